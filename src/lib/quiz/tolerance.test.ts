import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boundsOf, isWithin } from './tolerance.ts';

it.each([
  [5.35, 5.3, 0.05, true],
  [5.25, 5.3, 0.05, true],
  [5.36, 5.3, 0.05, false],
  [0.8, 0.7, 0.1, true],
  [0.1 + 0.2, 0.3, 0, true],
  [0, 0, 0, true],
  [1e-6, 0, 0, false],
])('finds %d to be within %d ± %d: %s', (given, value, tolerance, expected) => {
  expect(isWithin(given, value, tolerance)).toBe(expected);
});

it('has bounds that are the first and the last numbers within', () => {
  const decimal = fc
    .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 6 }))
    .map(([digits, places]) => Number(`${digits}e-${places}`));
  fc.assert(
    fc.property(decimal, decimal.map(Math.abs), (value, tolerance) => {
      const { least, most } = boundsOf(value, tolerance);
      const beyond = 1e-6 * Math.max(1, Math.abs(value), tolerance);
      expect(
        [least, most, value, value + tolerance].every((each) => isWithin(each, value, tolerance)),
      ).toBe(true);
      expect(isWithin(least - beyond, value, tolerance)).toBe(false);
      expect(isWithin(most + beyond, value, tolerance)).toBe(false);
    }),
  );
});
