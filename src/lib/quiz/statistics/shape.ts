import { mean, variance, type Values } from './moments.ts';

/** Sum of the deviations from the mean, each to a power, in standard deviations (over n − 1). */
function standardisedSum(values: Values, power: number): number {
  const centre = mean(values);
  const deviation = Math.sqrt(variance(values));
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) {
    sum += (((values[at] ?? NaN) - centre) / deviation) ** power;
  }
  return sum;
}

/**
 * Skewness as G₁, the adjusted Fisher–Pearson coefficient (Joanes & Gill 1998): what Moodle, Excel's
 * SKEW and `psych::skew(type = 2)` give, not psych's default. Null below 3 values or without spread.
 */
export function skewness(values: Values): number | null {
  const n = values.length;
  if (n < 3 || variance(values) === 0) return null;
  return (n / ((n - 1) * (n - 2))) * standardisedSum(values, 3);
}

/**
 * Kurtosis as G₂, in excess of the normal distribution's (Joanes & Gill 1998): what Moodle, Excel's
 * KURT and `psych::kurtosi(type = 2)` give, not psych's default. Null below 4 values or without spread.
 */
export function kurtosis(values: Values): number | null {
  const n = values.length;
  if (n < 4 || variance(values) === 0) return null;
  const sum = standardisedSum(values, 4);
  const normal = (3 * (n - 1) ** 2) / ((n - 2) * (n - 3));
  return ((n * (n + 1)) / ((n - 1) * (n - 2) * (n - 3))) * sum - normal;
}
