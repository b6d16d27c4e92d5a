import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classTime, isoTime, offsetIn } from './calendar.ts';

const anyInstant = fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 });

describe('isoTime', () => {
  it('agrees with the platform on every instant of the years 1 to 9999, to the second', () => {
    const write = isoTime();
    fc.assert(
      fc.property(anyInstant, (ms) => {
        expect(write(ms)).toBe(`${new Date(ms).toISOString().slice(0, 19)}Z`);
      }),
      { examples: [[951_782_400_000], [4_107_542_400_000], [-1], [0]], numRuns: 2000 },
    );
  });
});

describe('classTime', () => {
  it.each([
    ['winter in Berlin', 'Europe/Berlin', '2025-03-14T09:05:00Z', '2025-03-14 10:05:00'],
    ['before the clocks go on', 'Europe/Berlin', '2025-03-30T00:59:59Z', '2025-03-30 01:59:59'],
    ['after the clocks went on', 'Europe/Berlin', '2025-03-30T01:00:00Z', '2025-03-30 03:00:00'],
    ['after the clocks went back', 'Europe/Berlin', '2025-10-26T01:00:00Z', '2025-10-26 02:00:00'],
    ['the day before', 'America/New_York', '2025-01-01T03:00:00Z', '2024-12-31 22:00:00'],
    ['three quarters of an hour', 'Asia/Kathmandu', '2025-01-01T00:00:00Z', '2025-01-01 05:45:00'],
    ['UTC itself', 'UTC', '2025-01-01T00:00:00Z', '2025-01-01 00:00:00'],
  ])('tells %s', (_name, timeZone, instant, told) => {
    expect(classTime(timeZone)(Date.parse(instant))).toBe(told);
  });

  it('throws on a zone that there is not', () => {
    expect(() => offsetIn('Europe/Nowhere')).toThrow(RangeError);
  });
});
