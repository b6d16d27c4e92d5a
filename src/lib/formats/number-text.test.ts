import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberText } from './number-text.ts';

describe('numberText', () => {
  it.each([
    [1, 2, '1'],
    [0.5, 4, '0.5'],
    [1 / 3, 4, '0.3333'],
    [2 / 3, 2, '0.67'],
    [1.005, 2, '1.01'],
    [-2.5, 0, '-3'],
    [-0.00001, 4, '0'],
    [-0, 2, '0'],
    [1e-7, 4, '0'],
    [1_234_567.891, 2, '1234567.89'],
    [Number.NaN, 2, ''],
    [Number.POSITIVE_INFINITY, 2, ''],
  ])('writes %s with %s decimals as %s', (number, decimals, text) => {
    expect(numberText(number, decimals)).toBe(text);
  });

  it('stays within half a step of the number, without an exponent', () => {
    const numbers = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(numbers, (number) => {
        const text = numberText(number, 4);
        expect(text).toMatch(/^-?\d+(?:\.\d{1,4})?$/);
        expect(Math.abs(Number(text) - number)).toBeLessThanOrEqual(0.00005 + 1e-6);
      }),
    );
  });
});
