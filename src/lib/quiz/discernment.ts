import { sideOf, type Side } from './side-of.ts';
import type { VerdictLabel } from './verdict-label.ts';

/** A claim that a learner judged: what it is, and what it was taken for. */
export interface Judgement {
  readonly key: VerdictLabel;
  readonly given: VerdictLabel;
}

/** So many of so many. */
export interface Count {
  readonly hits: number;
  readonly n: number;
}

/** Which way somebody errs who errs: taking too much for true, or too little, or neither. */
export type Lean = 'believing' | 'doubting' | 'even';

/** How well somebody tells supported claims from unsupported ones. */
export interface Discernment {
  /** Supported claims that were accepted. */
  readonly accepted: Count;
  /** Claims that are not supported, and were accepted all the same. */
  readonly believed: Count;
  /** Claims that are not supported, and were not accepted. */
  readonly rejected: Count;
  /**
   * Share of supported claims accepted less share of unsupported ones accepted, −1 to 1: 0 is no
   * better than accepting at random. Null where one of the two kinds was not met.
   */
  readonly discernment: number | null;
  /** The sum of those shares less 1, −1 (accepts nothing) to 1 (accepts everything); null likewise. */
  readonly bias: number | null;
  /** Null where there are too few claims of either kind to say. */
  readonly lean: Lean | null;
}

/** Claims of each kind from which on a lean is spoken of. */
const leastClaims = 5;
/** A bias up to this much, either way, is no lean. */
const evenWithin = 0.15;

const leans: Readonly<Record<Side, Lean>> = { over: 'believing', under: 'doubting', even: 'even' };

/**
 * Counts what was accepted. Everything but `supported` is an unsupported claim, and only the answer
 * “supported” accepts one. Discernment is the difference of the two shares (Pennycook & Rand 2021).
 */
export function discernmentOf(judgements: readonly Judgement[]): Discernment {
  const supported = judgements.filter(({ key }) => key === 'supported');
  const unsupported = judgements.filter(({ key }) => key !== 'supported');
  const accepted = countAccepted(supported);
  const believed = countAccepted(unsupported);
  const isJudged = accepted.n > 0 && believed.n > 0;
  const hitRate = accepted.hits / accepted.n;
  const falseRate = believed.hits / believed.n;
  const bias = isJudged ? hitRate + falseRate - 1 : null;
  const isEnough = accepted.n >= leastClaims && believed.n >= leastClaims;
  return {
    accepted,
    believed,
    rejected: { hits: believed.n - believed.hits, n: believed.n },
    discernment: isJudged ? hitRate - falseRate : null,
    bias,
    lean: isEnough && bias !== null ? leans[sideOf(bias, evenWithin)] : null,
  };
}

function countAccepted(judgements: readonly Judgement[]): Count {
  return {
    hits: judgements.filter(({ given }) => given === 'supported').length,
    n: judgements.length,
  };
}
