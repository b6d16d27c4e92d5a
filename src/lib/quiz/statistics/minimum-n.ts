/** Learners from which on a share (facility) is given, with its interval. */
export const leastForShare = 5;
/** Learners from which on correlations, and what rests on them, are given. */
export const leastForCorrelation = 10;
/** Learners from which on a correlation is more than an early signal. */
const leastForFirmCorrelation = 30;
/** Learners from which on the best 27 % are compared with the last. */
export const leastForExtremeGroups = 40;
/** Learners and items from which on alpha, and what rests on it, is given. */
export const leastForReliability = { learners: 30, items: 5 } as const;

/** How far a correlation of n learners can be trusted. */
export type Trust = 'none' | 'early' | 'firm';

/** How far a correlation of n learners can be trusted; 95 % of r = 0.30 is −0.41 to 0.78 at n = 10. */
export function trustIn(n: number): Trust {
  if (n < leastForCorrelation) return 'none';
  return n < leastForFirmCorrelation ? 'early' : 'firm';
}
