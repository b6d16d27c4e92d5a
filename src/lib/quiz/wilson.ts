/** The normal quantile of a two-sided 95 % interval. */
export const z95 = 1.959963984540054;

/** A share with its 95 % interval, all 0 to 1. */
export interface Interval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** The share of hits in `n` trials (n ≥ 1) with its Wilson score interval (Wilson 1927). */
export function wilson(hits: number, n: number): Interval {
  const share = hits / n;
  const spread = z95 ** 2 / n;
  const centre = (share + spread / 2) / (1 + spread);
  const half = (z95 * Math.sqrt((share * (1 - share)) / n + spread / (4 * n))) / (1 + spread);
  return { share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
