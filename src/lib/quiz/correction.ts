/** Something in an item that was put right after it was published. */
export interface Correction {
  /** ISO 8601 date. */
  readonly on: string;
  /** In the author's words. */
  readonly what: string;
}

/** True for a calendar day, `2026-03-20`. */
export function isDay(text: string): boolean {
  const [year = NaN, month = NaN, day = NaN] = text.split('-').map(Number);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysIn(year, month)
  );
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * What was put right since an item was answered: corrections of that day and later, since a day does
 * not tell which came first. `answeredOn` is an ISO 8601 date, UTC.
 */
export function correctionsSince(
  corrections: readonly Correction[],
  answeredOn: string,
): readonly Correction[] {
  return corrections.filter(({ on }) => on >= answeredOn);
}
