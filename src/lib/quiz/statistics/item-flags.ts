import type { Range } from './correlation.ts';
import { leastForCorrelation } from './minimum-n.ts';

/** What is worth a look at an item. */
export type ItemFlag =
  | 'key_suspect'
  | 'ambiguous'
  | 'too_easy'
  | 'too_hard'
  | 'dead_option'
  | 'confident_wrong'
  | 'too_few';

/** What is known of an item, as 95 % intervals; null where there is too little to know it. */
export interface ItemSigns {
  /** Learners to whom it was presented. */
  readonly n: number;
  readonly facility: Range | null;
  /** What guessing gives, 0 to 1, or null. */
  readonly chance: number | null;
  readonly restR: Range | null;
  readonly distractors: readonly {
    /** Of those who chose it. */
    readonly share: Range | null;
    readonly restR: Range | null;
  }[];
  /** The share of confident and wrong answers among those with a certainty. */
  readonly confidentWrong: Range | null;
}

const tooEasyFrom = 0.9;
const tooHardUpTo = 0.3;
/** The r from which on an item tells those who know from those who don't (Ebel & Frisbie 1991). */
const discriminatesFrom = 0.2;
const livesFrom = 0.05;
const surprisesFrom = 0.1;

const isAbove = (range: Range | null, bound: number) => range !== null && range.low > bound;
const isBelow = (range: Range | null, bound: number) => range !== null && range.high < bound;

/**
 * The flags of an item, in the order of {@link ItemFlag}. Each stands only where a whole interval lies
 * outside the good range: facility from 0.3 (or from chance, if that is more) to 0.9; r with the rest
 * above 0 for the item, and from 0.2 on lest it be ambiguous; below 0 for distractors, each chosen by
 * at least 5 %; confident and wrong at most one answer in ten.
 */
export function flagsOf(signs: ItemSigns): ItemFlag[] {
  const { n, facility, chance, restR, distractors, confidentWrong } = signs;
  const isKeySuspect = isBelow(restR, 0) || distractors.some((each) => isAbove(each.restR, 0));
  const isTooEasy = isAbove(facility, tooEasyFrom);
  const isTooHard = isBelow(facility, Math.max(tooHardUpTo, chance ?? 0));
  const saysLittle = isBelow(restR, discriminatesFrom);
  const found: Readonly<Record<ItemFlag, boolean>> = {
    key_suspect: isKeySuspect,
    ambiguous: saysLittle && !isKeySuspect && !isTooEasy && !isTooHard,
    too_easy: isTooEasy,
    too_hard: isTooHard,
    dead_option: distractors.some((each) => isBelow(each.share, livesFrom)),
    confident_wrong: isAbove(confidentWrong, surprisesFrom),
    too_few: n < leastForCorrelation,
  };
  return (Object.keys(found) as ItemFlag[]).filter((flag) => found[flag]);
}
