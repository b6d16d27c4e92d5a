import type { BankId, ItemId } from '../quiz/ids.ts';
import type { Located } from './item-block.ts';

/** What an explainer cites or asks: `bank/item`, or `bank/item:2` for the item's second passage. */
export interface Reference {
  /** As it is written, without quotation marks. */
  readonly name: string;
  readonly bank: BankId;
  readonly item: ItemId;
  /** Which of the item's passages, from 1. */
  readonly passage: number;
}

/** A prose page as its file says it: what it is called, cites and asks. Its prose is mdsvex's. */
export interface ExplainerFile {
  readonly path: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly language: string;
  /** In reading order, lists last; a passage that is cited again stands again. */
  readonly citations: readonly Located<Reference>[];
  /** Items that are answered in place. */
  readonly questions: readonly Located<Reference>[];
}

/** An explainer that may be served: every passage and item that it names is there. */
export type Explainer = Omit<ExplainerFile, 'citations' | 'questions'> & {
  readonly citations: readonly Reference[];
  readonly questions: readonly Reference[];
};
