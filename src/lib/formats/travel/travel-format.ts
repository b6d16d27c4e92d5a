import type { MessageId, Say } from '../../messages/say.ts';
import type { ItemType } from '../../quiz/item.ts';
import type { TravelBank, TravelQuestion } from './question.ts';

/** Something that does not reach the other system as it was. */
export interface Loss {
  /** What is lost, in one sentence. */
  readonly what: MessageId;
  /** True for the questions that it touches; nothing that tells a key may decide it. */
  readonly touches: (question: TravelQuestion) => boolean;
}

/** What becomes of an item type: all of it arrives, some of it, or none. */
export type Carriage =
  | { readonly how: 'lossless' }
  | { readonly how: 'degraded'; readonly losses: readonly Loss[] }
  | { readonly how: 'left out'; readonly why: string };

/** A format in which banks leave. */
export interface TravelFormat {
  /** How the command line and the address call it. */
  readonly name: string;
  /** How people call it. */
  readonly title: string;
  /** Of its files, with the dot. */
  readonly ending: string;
  readonly mediaType: string;
  /** What becomes of a question of each type: its asking, its scoring and its replies. */
  readonly carries: { readonly [T in ItemType]: Carriage };
  /** What is lost of questions of any type. */
  readonly losses: readonly Loss[];
  /** Questions that can’t be written although their type can, each with the reason; null for one that can. */
  readonly refuses: (question: TravelQuestion) => string | null;
  /** The same bytes for the same bank. What learners read beside the author’s words is said by `say`. */
  readonly write: (bank: TravelBank, say: Say) => Uint8Array<ArrayBuffer>;
}

/** What a file that came in is made of, or why it can’t be read. */
export type TravelReading =
  | {
      readonly ok: true;
      /** Null where the file tells none. */
      readonly title: string | null;
      /** Their language is `und` where the file tells none. */
      readonly questions: readonly TravelQuestion[];
      /** Everything of the file that was not taken over as it was. */
      readonly notes: readonly TravelNote[];
    }
  | { readonly ok: false; readonly fault: TravelNote };

/** A remark on a place of a file, in English for its author. */
export interface TravelNote {
  /** Counts from 1; null where the format has no lines. */
  readonly line: number | null;
  /** The question that it is about, or a file inside a package; null where it is the whole file. */
  readonly about: string | null;
  /** What is wrong or was left out, and how to mend it where that can be done. */
  readonly message: string;
}
