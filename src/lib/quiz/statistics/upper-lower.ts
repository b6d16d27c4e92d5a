import type { Values } from './moments.ts';
import { tiedScores } from './tied-scores.ts';

/** Learners in each extreme group of 27 % (Kelley 1939), rounded up. */
export function extremeGroup(n: number): number {
  return Math.ceil((27 * n) / 100);
}

/**
 * Mean share of the `size` learners with the highest scores, less that of the `size` with the lowest,
 * −1 to 1. Learners who tie at a boundary share the places that are left there, so that no order of
 * rows matters.
 */
export function upperLowerDifference(shares: Values, scores: Values, size: number): number {
  const tied = tiedScores(scores);
  const upper = groupMean(shares, tied, size);
  const lower = groupMean(
    shares,
    tied.map((score) => -score),
    size,
  );
  return upper - lower;
}

function groupMean(shares: Values, scores: Float64Array, size: number): number {
  const boundary = scores.toSorted()[scores.length - size] ?? NaN;
  let [above, tied, sumAbove, sumTied] = [0, 0, 0, 0];
  for (let at = 0; at < scores.length; at += 1) {
    const score = scores[at] ?? NaN;
    const share = shares[at] ?? NaN;
    if (score > boundary) {
      above += 1;
      sumAbove += share;
    } else if (score === boundary) {
      tied += 1;
      sumTied += share;
    }
  }
  return (sumAbove + (sumTied * (size - above)) / tied) / size;
}
