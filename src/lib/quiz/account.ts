import type { VerdictLabel } from './verdict-label.ts';

/** A wrong choice that has something to say about itself. */
export interface Misreading {
  /** What the learner chose or wrote. */
  readonly given: string;
  /** Why it is wrong, in the author's words; null where the author wrote none. */
  readonly reply: string | null;
  /** The misreading it stands for, or null. */
  readonly trap: string | null;
}

/** What every type says about a scored response, for the reveal, the results and the record. */
export interface Account {
  /** The right answer in words. */
  readonly answer: string;
  /** What stands for a right answer that is too long for a sentence. */
  readonly brief?: string;
  /** The response in words. */
  readonly given: string;
  readonly misreadings: readonly Misreading[];
  /** What a partly right response lacks, in words that follow a semicolon. */
  readonly shortfall?: string;
  /** Where the item judges a claim: the right verdict and the one given. The reveal speaks of both. */
  readonly claim?: { readonly key: VerdictLabel; readonly given: VerdictLabel };
}
