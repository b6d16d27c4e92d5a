/** The numbers from which and up to which an answer counts. */
export interface NumberBounds {
  readonly least: number;
  readonly most: number;
}

/** What binary fractions may add to a decimal difference, and nobody means. */
function dustOf(value: number, tolerance: number): number {
  return 1e-9 * Math.max(Math.abs(value), Math.abs(tolerance), 1e-300);
}

/** The tolerance on both sides of a value, its ends included, whatever binary fractions make of them. */
export function boundsOf(value: number, tolerance: number): NumberBounds {
  const reach = tolerance + dustOf(value, tolerance);
  return { least: value - reach, most: value + reach };
}

/** True within the tolerance, its ends included, whatever binary fractions make of them. */
export function isWithin(given: number, value: number, tolerance: number): boolean {
  const { least, most } = boundsOf(value, tolerance);
  return given >= least && given <= most;
}
