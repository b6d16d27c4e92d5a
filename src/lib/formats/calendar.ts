/** Writes an instant, given in milliseconds since 1970 (UTC), to the second. */
export type TimeText = (ms: number) => string;

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const minuteMs = 60_000;
/** Zones change their offset at full quarters of an hour. */
const quarterMs = 900_000;

const twoDigits = Array.from({ length: 60 }, (_each, number) => String(number).padStart(2, '0'));
const two = (number: number) => twoDigits[number] ?? '';

/** ISO 8601 in UTC: `2025-03-14T09:05:00Z`. */
export function isoTime(): TimeText {
  return writer('T', 'Z', () => 0);
}

/** The clock on a classroom's wall: `2025-03-14 10:05:00`, which spreadsheets take for a time. */
export function classTime(timeZone: string): TimeText {
  return writer(' ', '', offsetIn(timeZone));
}

/**
 * By how many milliseconds a zone (IANA, `Europe/Berlin`) is before UTC at an instant. An unknown
 * zone throws.
 */
export function offsetIn(timeZone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const known = new Map<number, number>();
  return (ms) => {
    const quarter = Math.floor(ms / quarterMs);
    const found = known.get(quarter);
    if (found !== undefined) return found;
    const name = format.formatToParts(ms).find(({ type }) => type === 'timeZoneName')?.value;
    const offset = readOffset(name ?? '');
    known.set(quarter, offset);
    return offset;
  };
}

function readOffset(name: string): number {
  const [, sign, hours, minutes, seconds] = /([+-])(\d+):(\d+)(?::(\d+))?/.exec(name) ?? [];
  if (sign === undefined) return 0;
  const size = Number(hours) * hourMs + Number(minutes) * minuteMs + Number(seconds ?? 0) * 1000;
  return sign === '-' ? -size : size;
}

function writer(between: string, end: string, offsetAt: (ms: number) => number): TimeText {
  let lastDay = Number.NaN;
  let lastText = '';
  return (ms) => {
    const local = ms + offsetAt(ms);
    const day = Math.floor(local / dayMs);
    if (day !== lastDay) {
      lastDay = day;
      lastText = dayText(day) + between;
    }
    const rest = local - day * dayMs;
    const hour = Math.floor(rest / hourMs);
    const minute = Math.floor((rest % hourMs) / minuteMs);
    const second = Math.floor((rest % minuteMs) / 1000);
    return `${lastText}${two(hour)}:${two(minute)}:${two(second)}${end}`;
  };
}

/**
 * The date of a day counted from 1970, in the proleptic Gregorian calendar. Years are counted from
 * March, so that a leap day ends one, in cycles of 400 years (146,097 days).
 */
function dayText(day: number): string {
  const fromMarch0 = day + 719_468;
  const cycle = Math.floor(fromMarch0 / 146_097);
  const inCycle = fromMarch0 - cycle * 146_097;
  const leapDays =
    Math.floor(inCycle / 1460) - Math.floor(inCycle / 36_524) + Math.floor(inCycle / 146_096);
  const yearInCycle = Math.floor((inCycle - leapDays) / 365);
  const inYear =
    inCycle - 365 * yearInCycle - Math.floor(yearInCycle / 4) + Math.floor(yearInCycle / 100);
  const month = Math.floor((5 * inYear + 2) / 153);
  const date = inYear - Math.floor((153 * month + 2) / 5) + 1;
  const year = cycle * 400 + yearInCycle + (month >= 10 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(((month + 2) % 12) + 1)}-${two(date)}`;
}
