/** Something in an item that was put right after it was published. */
export interface Correction {
  /** ISO 8601 date. */
  readonly on: string;
  /** In the author's words. */
  readonly what: string;
}

/** What became of an item since it was answered; the answer stands as it was given. */
export interface Revised {
  /** The version that was answered, and the present one. */
  readonly answered: number;
  readonly present: number;
  /** What was put right since; none where the item was only reworded. */
  readonly corrections: readonly Correction[];
  /** The answer and the right one in words as they stood then; null where they were not noted down. */
  readonly inWords: { readonly given: string; readonly right: string } | null;
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
