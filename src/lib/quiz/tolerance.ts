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

/** Significant digits that a tolerance has at most where it is known again. */
const mostDigits = 10;

/**
 * The tolerance of which {@link boundsOf} makes this upper bound: the shortest decimal that does. For a
 * bound that was made otherwise, the difference, which is then the shorter one.
 */
export function toleranceOf(value: number, most: number): number {
  const reach = most - value;
  const guess = Math.max(0, reach - dustOf(value, reach));
  const shorter = Array.from({ length: mostDigits }, (_each, index) =>
    guess.toPrecision(index + 1),
  );
  const found = [0, ...shorter.map(Number)].find((each) => boundsOf(value, each).most === most);
  const plain = Math.max(0, Number(reach.toPrecision(12)));
  return found === undefined || String(plain).length < String(found).length ? plain : found;
}
