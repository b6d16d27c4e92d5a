import type { Passage } from '../passage/passage.ts';
import type { SourceId } from '../passage/source.ts';
import type { Marking } from './certainty-marks.ts';
import type { Correction } from './correction.ts';
import type { BankId, ItemId } from './ids.ts';

/**
 * What each item type adds to the model: one entry a type, declared in the type's own folder by
 * augmenting this interface. `authored` stays on the server until the item is answered; `delivered`
 * is all the learner gets before; `response` is what the learner gave; `review` is shown after.
 */
export interface ItemTypes {}

/** The name of an item type, for instance `single-choice`. */
export type ItemType = keyof ItemTypes;

/** Reading depth that an item asks for. */
export type Level = 'recall' | 'compare' | 'judge';

/** All values of {@link Level}, in the order in which tables print them. */
export const levels: readonly Level[] = ['recall', 'compare', 'judge'];

/** How an item's score is marked: only a full answer counts, or each right part does. */
export type ScoreRule = 'all' | 'each';

/** What every item has, whatever its type. Server only: `passages` and `why` prove the key. */
export interface ItemBase {
  readonly id: ItemId;
  /** Whole number from 1; the lock raises it when the item's meaning changes. */
  readonly version: number;
  /** Its bank's: BCP 47 tag. Numbers are shown as readers of it write them. */
  readonly language: string;
  readonly stem: string;
  readonly level: Level;
  /** The evidence, in the author's order. */
  readonly passages: readonly Passage[];
  /** Sources laid side by side before the options; empty unless the item is a comparison. */
  readonly compare: readonly SourceId[];
  /** Sources in which a `not-stated` answer was searched for. */
  readonly searched: readonly SourceId[];
  /** The explanation: paragraphs of plain text. */
  readonly why: readonly string[];
  /** What would settle a matter that the sources leave open; null where nothing is said of it. */
  readonly settle: string | null;
  /** The day for which a changing fact holds, as the author wrote it; null where it can't change. */
  readonly asOf: string | null;
  /** What was put right since it was published, the oldest first. */
  readonly corrections: readonly Correction[];
}

/** One scored question. */
export type Item<T extends ItemType = ItemType> = {
  [K in T]: ItemBase & { readonly type: K } & ItemTypes[K]['authored'];
}[T];

/** A type's own part of an item, as its author wrote it. */
export type Authored<T extends ItemType> = ItemTypes[T]['authored'];
/** What the learner sees of a type's own part before answering. */
export type Delivered<T extends ItemType> = ItemTypes[T]['delivered'];
/** What the learner gave. */
export type Response<T extends ItemType> = ItemTypes[T]['response'];
/** What is shown of a type's own part after scoring. */
export type Review<T extends ItemType> = ItemTypes[T]['review'];

/** A pool of items on one subject: the content of one Markdown file. */
export interface Bank {
  readonly id: BankId;
  readonly title: string;
  readonly summary: string;
  /** BCP 47 tag, for instance `en`. */
  readonly language: string;
  /** How its quiz is marked unless the learner chooses otherwise. */
  readonly marking: Marking;
  /** The day of its last change as its author gives it: ISO 8601; null where none is given. */
  readonly updated: string | null;
  readonly sources: readonly SourceId[];
  /** Paragraphs shown on the cover. */
  readonly introduction: readonly string[];
  readonly items: readonly Item[];
}
