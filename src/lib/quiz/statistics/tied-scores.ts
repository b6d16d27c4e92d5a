import type { Values } from './moments.ts';

/** Decimals that scores are compared in: 0.1 + 0.2 is as good as 0.3. */
const decimals = 1e9;

/** Scores with their rounding errors off, so that equal ones are ties. */
export function tiedScores(scores: Values): Float64Array {
  return Float64Array.from(scores).map((score) => Math.round(score * decimals) / decimals);
}
