/** Where a bias lies: above nothing, below it, or so near that it is none to speak of. */
export type Side = 'over' | 'under' | 'even';

/** What sums of shares like 1/4 + 3/5 may be off by, as numbers are kept. */
const rounding = 1e-9;

/** On which side a bias lies; up to `evenWithin`, that much included, on neither. */
export function sideOf(bias: number, evenWithin: number): Side {
  if (Math.abs(bias) <= evenWithin + rounding) return 'even';
  return bias > 0 ? 'over' : 'under';
}
