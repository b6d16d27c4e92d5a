/** Numbers in a row: a plain or a typed array. */
export type Values = ArrayLike<number>;

/** Deviations up to this share of the largest value are rounding, and no spread. */
const rounding = 1e-12;

/** The arithmetic mean of at least one value; exactly the value where all are equal. */
export function mean(values: Values): number {
  const first = values[0] ?? NaN;
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += (values[at] ?? NaN) - first;
  return first + sum / values.length;
}

/** The covariance of at least two pairs, over n − 1. */
export function covariance(xs: Values, ys: Values): number {
  const [xMean, yMean] = [mean(xs), mean(ys)];
  let sum = 0;
  for (let at = 0; at < xs.length; at += 1) {
    sum += ((xs[at] ?? NaN) - xMean) * ((ys[at] ?? NaN) - yMean);
  }
  return sum / (xs.length - 1);
}

/** The variance of at least two values, over n − 1; exactly 0 where they differ by rounding alone. */
export function variance(values: Values): number {
  const found = covariance(values, values);
  let largest = 0;
  for (let at = 0; at < values.length; at += 1) {
    largest = Math.max(largest, Math.abs(values[at] ?? NaN));
  }
  return found <= (rounding * largest) ** 2 ? 0 : found;
}

/** The median of at least one value; the mean of the two in the middle where their number is even. */
export function median(values: Values): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? NaN) + upper) / 2;
}
