import { expect, it } from 'vitest';
import { isTimeZone, readZonedTime, zonedText } from './zoned-time.ts';

it.each([
  ['2026-01-15T14:00', 'Europe/Vienna', '2026-01-15T13:00Z'],
  ['2026-07-15T14:00', 'Europe/Vienna', '2026-07-15T12:00Z'],
  ['2026-07-15T14:00', 'Asia/Kathmandu', '2026-07-15T08:15Z'],
  ['2026-07-15T14:00:30', 'UTC', '2026-07-15T14:00Z'],
  // Shown twice on the night on which clocks are put back: the earlier.
  ['2026-10-25T02:30', 'Europe/Vienna', '2026-10-25T00:30Z'],
  // Never shown on the night on which they are put forward.
  ['2026-03-29T02:30', 'Europe/Vienna', '2026-03-29T01:30Z'],
])('%s in %s is %s', (text, zone, utc) => {
  expect(readZonedTime(text, zone)).toBe(Date.parse(utc));
});

it.each(['', 'tomorrow', '2026-02-30T10:00', '2026-01-01', '2026-01-01T25:00'])(
  '“%s” is no time',
  (text) => {
    expect(readZonedTime(text, 'Europe/Vienna')).toBeNull();
  },
);

it('writes a moment as the clocks of a zone show it', () => {
  expect(zonedText(Date.parse('2026-07-15T12:05Z'), 'Europe/Vienna')).toBe('2026-07-15T14:05');
  expect(zonedText(Date.parse('2026-07-15T22:05Z'), 'Europe/Vienna')).toBe('2026-07-16T00:05');
});

it.each([
  ['Europe/Vienna', true],
  ['UTC', true],
  ['Europe/Atlantis', false],
  ['', false],
])('knows whether “%s” is a time zone', (zone, isOne) => {
  expect(isTimeZone(zone)).toBe(isOne);
});
