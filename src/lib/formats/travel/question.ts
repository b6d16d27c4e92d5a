import type { Span } from '../../passage/passage.ts';
import type { SourceId } from '../../passage/source.ts';
import type { ItemType, Level, ScoreRule } from '../../quiz/item.ts';

/** A source as files for other systems name it. */
export interface TravelSource {
  /** Null where a file quotes something that names no source of ours. */
  readonly id: SourceId | null;
  /** In one line: who, “what”, when; as much of it as is known. */
  readonly attribution: string;
  readonly url: string | null;
}

/** A quotation with its source, so that it proves something wherever it goes. */
export interface TravelPassage {
  readonly source: TravelSource;
  /** Word for word. */
  readonly exact: string;
  /** The decisive words, by offsets in {@link TravelPassage.exact}. */
  readonly marks: readonly Span[];
  /** True for the nearest passage to a thing that no source states. */
  readonly near: boolean;
}

/** What belongs to an option: what is said to whoever chose it, and the misreading behind it. */
export interface TravelReply {
  readonly reply: string | null;
  readonly trap: string | null;
}

/** A choice, an entry of an order, or a verdict in words. */
export interface TravelOption extends TravelReply {
  /** `a`, `b` … by authored place, or a verdict’s label; unique in its question. */
  readonly id: string;
  readonly text: string;
  /** True of every entry of an order. */
  readonly isKey: boolean;
}

/** A wrong answer that its author expected, and what is said to it. */
export interface TravelWrong<Value> {
  readonly given: Value;
  readonly reply: string;
  readonly trap: string | null;
}

/** Two texts that belong together. */
export interface TravelPair extends TravelReply {
  readonly id: string;
  readonly left: string;
  readonly right: string;
}

/** A quoted sentence that may be picked. */
export interface TravelSentence extends TravelReply {
  readonly id: string;
  readonly passage: TravelPassage;
}

/** Sentences of which some are picked. */
export interface TravelPicking {
  readonly sentences: readonly TravelSentence[];
  /** The most that may be picked. */
  readonly pick: number;
  /** Sets of sentence ids each of which is a whole proof: one of them among the picks is right. */
  readonly groups: readonly (readonly string[])[];
}

/** A claim’s four verdicts, in the order in which they always stand; one of them is the key. */
export interface TravelVerdict {
  readonly options: readonly TravelOption[];
}

/** How each item type is answered and scored. Points are those of `quiz/outcome.ts`: 1 unless said. */
export interface TravelForms {
  /** One key: all or nothing. */
  readonly 'single-choice': { readonly options: readonly TravelOption[] };
  /**
   * Several keys. `all`: the point for exactly the keys. `each`: the share of the keys chosen less the
   * share of the others chosen, not below 0.
   */
  readonly 'multiple-response': {
    readonly options: readonly TravelOption[];
    readonly score: ScoreRule;
  };
  /** All or nothing. */
  readonly verdict: TravelVerdict;
  /** Right within the tolerance, its ends included. */
  readonly numeric: {
    readonly value: number;
    /** Not negative. */
    readonly tolerance: number;
    readonly unit: string | null;
    readonly expectedWrong: readonly TravelWrong<number>[];
  };
  /** Every variant is right, without regard to case, accents, punctuation and spaces. */
  readonly 'text-entry': {
    /** At least one; the first is how the answer is shown. */
    readonly variants: readonly string[];
    readonly expectedWrong: readonly TravelWrong<string>[];
  };
  /**
   * Entries in the right order. `all`: the point for the whole order. `each`: the pairs in the right
   * order less those in the wrong one, as a share of all pairs, not below 0.
   */
  readonly order: { readonly options: readonly TravelOption[]; readonly score: ScoreRule };
  /** One to one. `all`: the point for every pair; `each`: a share for each right one. */
  readonly match: { readonly pairs: readonly TravelPair[]; readonly score: ScoreRule };
  /** The point for a whole proof among the picks. */
  readonly 'evidence-select': TravelPicking;
  /** Two points: one for the right verdict, the second with a whole proof. */
  readonly 'verdict-with-evidence': TravelVerdict & TravelPicking;
}

/** What every question has, however it is answered. */
export interface TravelBase {
  /** A slug, unique in its bank. */
  readonly id: string;
  /** Of the item, from 1; null where a file tells none. */
  readonly version: number | null;
  /** Of all its texts (BCP 47). */
  readonly language: string;
  /** One paragraph of plain text. */
  readonly stem: string;
  /** Null where a file tells none. */
  readonly level: Level | null;
  /** The evidence, in the author’s order; sentences to pick stand in the form. */
  readonly passages: readonly TravelPassage[];
  /** The sources whose passages are shown side by side before the answer. */
  readonly compare: readonly TravelSource[];
  /** The sources in which something that none states was searched for. */
  readonly searched: readonly TravelSource[];
  /** The explanation: paragraphs of plain text. */
  readonly why: readonly string[];
  /** What would settle a matter that the sources leave open. */
  readonly settle: string | null;
  /** The day for which a changing fact holds, as its author wrote it. */
  readonly asOf: string | null;
  /** Words by which other systems sort questions; none of ours has any of itself. */
  readonly tags: readonly string[];
}

/**
 * A question as it travels between systems: plain data without ids of ours that others could not
 * make sense of, its texts plain, its scoring as {@link TravelForms} says.
 */
export type TravelQuestion<T extends ItemType = ItemType> = {
  [K in T]: TravelBase & { readonly type: K } & TravelForms[K];
}[T];

/** A bank as it travels. */
export interface TravelBank {
  /** A slug. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** BCP 47 */
  readonly language: string;
  readonly questions: readonly TravelQuestion[];
}
