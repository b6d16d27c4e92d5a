import type { Marking } from './certainty-marks.ts';
import type { Revised } from './correction.ts';
import type { AttemptId, BankId, ItemId } from './ids.ts';
import type { Delivered, ItemType, Review } from './item.ts';
import type { Rescore } from './rescore.ts';
import type { Evidence, Reveal } from './reveal.ts';

/** A type's own part of a question, before the answer. */
export type AskedItem = {
  [T in ItemType]: { readonly type: T; readonly delivered: Delivered<T> };
}[ItemType];

/** A type's own part of a question, after the answer: as it was asked, and what became of it. */
export type ReviewedItem = {
  [T in ItemType]: {
    readonly type: T;
    readonly delivered: Delivered<T>;
    readonly review: Review<T>;
  };
}[ItemType];

/** What a learner is told of a corrected score. */
export type RescoreNote = Pick<Rescore, 'kind' | 'reason'>;

/** What an item's page says before and after the answer. */
export interface QuestionPage {
  readonly attempt: AttemptId;
  readonly bank: { readonly id: BankId; readonly title: string; readonly language: string };
  /** From 1. */
  readonly position: number;
  readonly total: number;
  readonly answered: number;
  readonly stem: string;
  /** What is laid side by side before the options, the deciding words unmarked. */
  readonly compared: readonly Evidence[];
  /** How running text calls each source of the bank, by its id. */
  readonly sourceNames: Readonly<Record<string, string>>;
  /** Where an attempt in a class leads back to; null outside classes. */
  readonly home: string | null;
  /** What stands there; null outside classes. */
  readonly homeName: string | null;
}

/** An item before the answer: nothing that tells the key. */
export interface OpenPage extends QuestionPage {
  readonly kind: 'open';
  readonly version: number;
  readonly question: AskedItem;
  /** With certainty-based marking the certainty bears on the marks, and is always asked. */
  readonly marking: Marking;
  /** False where the class is not asked how sure it is. */
  readonly asksCertainty: boolean;
}

/** An item that was answered in a class which sees what is right after it closes. */
export interface KeptPage extends QuestionPage {
  readonly kind: 'kept';
  readonly next: ItemId | null;
}

/** An item after the answer: all of it. */
export interface RevealedPage extends QuestionPage {
  readonly kind: 'revealed';
  /** Null where the item is still as it was answered. */
  readonly revision: Revised | null;
  /** Null where the item was revised: the response is not of its present version. */
  readonly reviewed: ReviewedItem | null;
  /** What is asked now, where the item was revised. */
  readonly present: AskedItem | null;
  readonly reveal: Reveal;
  /** The first open question, or null once all are answered. */
  readonly next: ItemId | null;
  /** Null with plain marking. */
  readonly certaintyMark: number | null;
  /** True where the question was asked again from the record. */
  readonly isReview: boolean;
  /** What the class corrected of its score since, the oldest first. */
  readonly rescores: readonly RescoreNote[];
}

/** What the learner gets of an item. */
export type ItemPage =
  | OpenPage
  | KeptPage
  | RevealedPage
  | { readonly kind: 'not-reached'; readonly open: ItemId }
  /** Not answered in time; the results say what counts. */
  | { readonly kind: 'closed' };
