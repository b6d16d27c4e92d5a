import type { Say } from '../messages/say.ts';

/** A day written as `2026-03-20` in the reader's way; any other date (“a Monday”) as it was written. */
export function dayText(written: string, say: Say): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(written) && !Number.isNaN(Date.parse(written));
  return isDay ? say('source.day', { on: new Date(written) }) : written;
}
