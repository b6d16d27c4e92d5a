/**
 * A number with at most so many decimals, halves away from zero. The step by one epsilon lets 1.005,
 * which is kept as a little less, round as it is written.
 */
export function roundTo(number: number, decimals: number): number {
  if (Number.isInteger(number)) return number;
  const factor = 10 ** decimals;
  const rounded = Math.round(Math.abs(number) * factor * (1 + Number.EPSILON)) / factor;
  return number < 0 && rounded !== 0 ? -rounded : rounded;
}

/** A number in figures: decimal point, no thousands mark; empty for what is not finite. */
export function numberText(number: number, decimals: number): string {
  return Number.isFinite(number) ? String(roundTo(number, decimals)) : '';
}
