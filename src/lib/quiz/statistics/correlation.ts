import { z95 } from '../wilson.ts';
import { covariance, variance, type Values } from './moments.ts';

/** An r up to this much is rounding, and none. */
const rounding = 1e-12;

/** The two ends of an interval. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Pearson's product-moment r; null below 2 pairs or where one side has no spread. */
export function correlation(xs: Values, ys: Values): number | null {
  if (xs.length < 2) return null;
  const spread = Math.sqrt(variance(xs)) * Math.sqrt(variance(ys));
  if (spread === 0) return null;
  const r = covariance(xs, ys) / spread;
  return Math.abs(r) <= rounding ? 0 : Math.min(1, Math.max(-1, r));
}

/** The 95 % interval of an r of n pairs, through Fisher's z (Fisher 1921); null below 4 pairs. */
export function fisherInterval(r: number, n: number): Range | null {
  if (n < 4) return null;
  const z = Math.atanh(r);
  const half = z95 / Math.sqrt(n - 3);
  return { low: Math.tanh(z - half), high: Math.tanh(z + half) };
}
