import { covariance, variance, type Values } from './moments.ts';

/**
 * How much of the discrimination that its marks allow an item reaches: its covariance with the rest
 * score over the largest that the same numbers could have, both sorted (Moodle’s quiz statistics, as a
 * share, at most 1). Null below 2 pairs or where one side has no spread.
 */
export function discriminativeEfficiency(points: Values, rest: Values): number | null {
  if (points.length < 2 || variance(points) === 0 || variance(rest) === 0) return null;
  const largest = covariance(Float64Array.from(points).sort(), Float64Array.from(rest).sort());
  return covariance(points, rest) / largest;
}
