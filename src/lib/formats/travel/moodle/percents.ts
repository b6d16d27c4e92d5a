/** The shares that Moodle knows; an import with any other is refused there. */
const known = [
  100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571,
  12.5, 11.11111, 10, 5,
];

/** One of so many equal parts, in percent, as Moodle writes it; null where it knows no such share. */
export function percentOf(parts: number): number | null {
  return known.find((percent) => Math.abs(percent - 100 / parts) < 0.00001) ?? null;
}

/** True where each of so many parts earns this percentage, whatever its last figure was rounded to. */
export function isShare(percent: number, parts: number): boolean {
  return Math.abs(Math.abs(percent) - 100 / parts) < 0.001;
}
