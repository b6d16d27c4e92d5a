import type { Segment } from '../passage/segments.ts';
import type { Source } from '../passage/source.ts';
import type { Misreading } from './account.ts';
import type { Grade } from './outcome.ts';

/** Where a passage can be read in its article, and what stands beside it there. */
export interface InContext {
  /** An address of our own that lands on the passage. */
  readonly href: string;
  /** The neighbouring sentences; null where there is none, or the text may not be shown. */
  readonly before: string | null;
  readonly after: string | null;
}

/** A passage as a reader sees it. */
export interface Quotation {
  readonly segments: readonly Segment[];
  /** True for the nearest passage to a thing that no source states. */
  readonly near: boolean;
  /** Null where its place is not known, or where the quiz has not been answered. */
  readonly inContext: InContext | null;
}

/** What one source says to an item: its card and the passages quoted from it. */
export interface Evidence {
  readonly source: Source;
  readonly quotations: readonly Quotation[];
}

/** All that is shown once an item has been answered; never made before. */
export interface Reveal {
  readonly grade: Grade;
  /** The verdict in one sentence: grade, right answer, source. */
  readonly sentence: string;
  /** What is said to how sure the learner was; null where there is nothing to say. */
  readonly remark: string | null;
  readonly points: number;
  readonly maxPoints: number;
  readonly evidence: readonly Evidence[];
  /** Their traps named in words. */
  readonly misreadings: readonly Misreading[];
  readonly why: readonly string[];
  /** What would settle a matter that the sources leave open, or null. */
  readonly settle: string | null;
  readonly asOf: string | null;
  /** Sources searched for something that none of them states. */
  readonly searched: readonly Source[];
}
