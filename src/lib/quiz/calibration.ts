import { certainties, probabilityOf, type Certainty } from './certainty.ts';
import { sideOf, type Side } from './side-of.ts';
import { wilson, type Interval } from './wilson.ts';

/** An answer whose giver said how sure they were. */
export interface Prediction {
  readonly certainty: Certainty;
  /** What guessing at the item gives, 0 to 1. */
  readonly chance: number;
  /** True only for a full answer. */
  readonly correct: boolean;
}

/** Neighbouring certainties taken together, and how often those answers were right. */
export interface CalibrationBin {
  /** The first and the last certainty in it. */
  readonly from: Certainty;
  readonly to: Certainty;
  readonly n: number;
  readonly right: number;
  /** The mean probability that was claimed, 0 to 1. */
  readonly claimed: number;
  /** The share that was right, with its 95 % interval. */
  readonly accuracy: Interval;
}

/** How certainty compares with being right. */
export interface Calibration {
  readonly n: number;
  /** Mean of (claimed − right)², 0 to 1, lower is better (Brier 1950). */
  readonly brier: number;
  /** Mean claimed less mean right, −1 to 1: above 0 is too sure. */
  readonly bias: number;
  /** Over is too sure. */
  readonly side: Side;
  readonly bins: readonly CalibrationBin[];
}

/** Answers that a bin holds at least, where there are as many. */
const leastInBin = 5;
/** A bias up to this much, either way, is none to speak of. */
const evenWithin = 0.05;

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

const claimedBy = ({ certainty, chance }: Prediction) => probabilityOf(certainty, chance);
const rightness = ({ correct }: Prediction) => Number(correct);

/** Compares certainty with being right; null where nobody said how sure they were. */
export function calibrationOf(predictions: readonly Prediction[]): Calibration | null {
  if (predictions.length === 0) return null;
  const bias = mean(predictions.map(claimedBy)) - mean(predictions.map(rightness));
  return {
    n: predictions.length,
    brier: mean(predictions.map((each) => (claimedBy(each) - rightness(each)) ** 2)),
    bias,
    side: sideOf(bias, evenWithin),
    bins: mergedLevels(predictions).map(binOf),
  };
}

/**
 * The predictions by certainty, from least to most, neighbours taken together until each group holds
 * {@link leastInBin}; what is left at the end goes to the group before.
 */
function mergedLevels(predictions: readonly Prediction[]): Prediction[][] {
  const groups: Prediction[][] = [];
  for (const level of certainties) {
    const own = predictions.filter(({ certainty }) => certainty === level);
    const last = groups.at(-1);
    if (last && last.length < leastInBin) last.push(...own);
    else if (own.length > 0) groups.push(own);
  }
  const left = groups.at(-1);
  if (groups.length > 1 && left && left.length < leastInBin) {
    groups.pop();
    groups.at(-1)?.push(...left);
  }
  return groups;
}

function binOf(predictions: readonly Prediction[]): CalibrationBin {
  const levels = certainties.filter((level) =>
    predictions.some(({ certainty }) => certainty === level),
  );
  const right = predictions.filter(({ correct }) => correct).length;
  return {
    from: levels[0] ?? 'guessing',
    to: levels.at(-1) ?? 'guessing',
    n: predictions.length,
    right,
    claimed: mean(predictions.map(claimedBy)),
    accuracy: wilson(right, predictions.length),
  };
}
