const dayMs = 86_400_000;
const minuteMs = 60_000;

/** True for a time zone's name (IANA) that this server knows. */
export function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

/** The zone in which this server's own clock shows the time. */
export function serverTimeZone(): string {
  return new Intl.DateTimeFormat('en').resolvedOptions().timeZone;
}

/** What the clocks of a zone show at a moment, in the form of a `datetime-local` field: `2026-03-20T14:00`. */
export function zonedText(ms: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return parts.format(ms).replace(' ', 'T');
}

/** A moment as a date whose UTC day and hour are those of the zone, for messages, which tell UTC. */
export function zonedDate(ms: number, timeZone: string): Date {
  return new Date(utcOf(zonedText(ms, timeZone)));
}

/**
 * The moment at which the clocks of a zone show this (`2026-03-20T14:00`); the earlier where they show
 * it twice, and as much later as they are put forward where they never do. Null for anything else.
 */
export function readZonedTime(text: string, timeZone: string): number | null {
  const written = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.exec(text)?.[0];
  const utc = written === undefined ? NaN : utcOf(written);
  if (Number.isNaN(utc) || text.length > 23 || new Date(utc).toISOString().slice(0, 16) !== written)
    return null;
  const moments = [-dayMs, dayMs].map((ms) => utc - offsetAt(utc + ms, timeZone));
  const shown = moments.filter((ms) => zonedText(ms, timeZone) === written);
  return shown.length > 0 ? Math.min(...shown) : Math.max(...moments);
}

function offsetAt(ms: number, timeZone: string): number {
  return utcOf(zonedText(ms, timeZone)) - Math.floor(ms / minuteMs) * minuteMs;
}

function utcOf(text: string): number {
  return Date.parse(`${text}:00Z`);
}
