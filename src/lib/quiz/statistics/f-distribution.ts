import { betaQuantile } from './beta-distribution.ts';

/** The quantile of the F distribution with these degrees of freedom, 0 < p < 1; finest for upper ≤ lower. */
export function fQuantile(p: number, upperDf: number, lowerDf: number): number {
  const x = betaQuantile(p, upperDf / 2, lowerDf / 2);
  return (lowerDf * x) / (upperDf * (1 - x));
}
