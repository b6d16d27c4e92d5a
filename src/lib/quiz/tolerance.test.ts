import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boundsOf, isWithin, toleranceOf } from './tolerance.ts';

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

it('gives back the tolerance of which bounds were made', () => {
  const decimal = (most: number) =>
    fc
      .tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: 6 }))
      .map(([digits, places]) => Number(`${digits}e-${places}`));
  fc.assert(
    fc.property(
      decimal(1_000_000),
      fc.boolean(),
      decimal(10_000),
      (size, isNegative, tolerance) => {
        const value = isNegative ? -size : size;
        expect(toleranceOf(value, boundsOf(value, tolerance).most)).toBeCloseTo(tolerance, 9);
      },
    ),
  );
});

it.each([
  [5.3, 0.05],
  [480_123, 500],
  [1_200_000, 0],
  [-3, 0.1],
  [0, 0],
])('gives back the tolerance of %d ± %d to the last digit', (value, tolerance) => {
  expect(toleranceOf(value, boundsOf(value, tolerance).most)).toBe(tolerance);
});

it('reads bounds that others wrote without any dust', () => {
  expect(toleranceOf(0.7, 0.8)).toBe(0.1);
  expect(toleranceOf(0.7, 0.7 + 0.1)).toBe(0.1);
});
