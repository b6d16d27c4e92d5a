import type { Range } from './correlation.ts';
import { fQuantile } from './f-distribution.ts';

/** The 95 % interval of an alpha of k items and n learners, both at least 2 (Feldt 1965). */
export function feldtInterval(alpha: number, n: number, k: number): Range {
  const [upperDf, lowerDf] = [n - 1, (n - 1) * (k - 1)];
  return {
    low: 1 - (1 - alpha) * fQuantile(0.975, upperDf, lowerDf),
    high: 1 - (1 - alpha) * fQuantile(0.025, upperDf, lowerDf),
  };
}
