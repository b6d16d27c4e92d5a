import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaProbability, betaQuantile, logGamma } from './beta-distribution.ts';
import { correlation, fisherInterval } from './correlation.ts';
import { distractorEfficiency, isFunctioning } from './distractors.ts';
import { trustIn } from './minimum-n.ts';
import { median, variance } from './moments.ts';
import { cronbachAlpha } from './reliability.ts';
import { kurtosis, skewness } from './shape.ts';
import { thirdsOf } from './thirds.ts';
import { extremeGroup, upperLowerDifference } from './upper-lower.ts';

describe('extreme groups', () => {
  it('hold 27 %, rounded up, and no one more where that is a whole number', () => {
    expect([1, 10, 40, 100, 101, 200].map(extremeGroup)).toEqual([1, 3, 11, 27, 28, 54]);
  });

  it('share out the places that are left at a tie', () => {
    // The upper two are 9 and half of each 5; the lower two are 1 and half of each 5.
    expect(upperLowerDifference([1, 1, 0, 0], [9, 5, 5, 1], 2)).toBe((1 + 0.5 - 0.5) / 2);
  });

  it('take scores that differ by rounding for a tie', () => {
    expect(upperLowerDifference([1, 0], [0.1 + 0.2, 0.3], 1)).toBe(0);
  });
});

describe('thirds', () => {
  it('keep equal scores together', () => {
    expect(thirdsOf([1, 2, 3])).toEqual(['lower', 'middle', 'upper']);
    expect(thirdsOf([5, 5, 5, 5])).toEqual(['middle', 'middle', 'middle', 'middle']);
    // The middle of the four is just at a third: no longer below it.
    expect(new Set(thirdsOf([1, 1, 1, 1, 9, 9]))).toEqual(new Set(['middle', 'upper']));
    expect(thirdsOf([3, 1, 1, 1, 9, 9])).toEqual([
      'middle',
      'lower',
      'lower',
      'lower',
      'upper',
      'upper',
    ]);
  });
});

describe('a distractor', () => {
  it('functions where 5 % choose it, and rather those who know less', () => {
    expect([
      isFunctioning(1, 20, -0.2),
      isFunctioning(1, 21, -0.2),
      isFunctioning(5, 20, 0.1),
      isFunctioning(5, 20, 0),
      isFunctioning(5, 20, null),
      isFunctioning(0, 20, null),
    ]).toEqual([true, false, false, false, null, false]);
  });

  it('is missed where an item has keys alone', () => {
    expect([distractorEfficiency(1, 3), distractorEfficiency(0, 0)]).toEqual([1 / 3, null]);
  });
});

describe('values without spread', () => {
  it('have no r, no shape and no alpha, even where they are sums with rounding errors', () => {
    const even = [0.1 + 0.2, 0.3, 0.3, 0.3, 0.1 + 0.2];
    expect(variance(even)).toBe(0);
    expect([
      correlation(even, [1, 2, 3, 4, 5]),
      skewness(even),
      kurtosis(even),
      cronbachAlpha([0, 0], variance(even)),
    ]).toEqual([null, null, null, null]);
  });

  it('or with too few of them have none either', () => {
    expect([
      correlation([1], [1]),
      fisherInterval(0.5, 3),
      skewness([1, 2]),
      kurtosis([1, 2, 4]),
      cronbachAlpha([1], 1),
    ]).toEqual([null, null, null, null, null]);
  });
});

describe('a formula', () => {
  it('has a median between the two in the middle', () => {
    expect([median([3, 1, 2]), median([10, 2, 1, 4])]).toEqual([2, 3]);
  });

  it('keeps a perfect r, whose interval has no width', () => {
    expect(correlation([1, 2, 3, 4], [2, 4, 6, 8])).toBe(1);
    expect(fisherInterval(1, 4)).toEqual({ low: 1, high: 1 });
  });

  it('has an r of exactly 0 where there is none, whichever way the sums were rounded', () => {
    const percents = [100 / 3, 200 / 3, 100 / 3, 200 / 3];
    expect(correlation([1, 1, 0, 0], percents)).toBe(0);
    expect(correlation([0.1, 0.1, 0.7, 0.7], percents)).toBe(0);
  });

  it('calls an r firm from 30 learners on', () => {
    expect([9, 10, 29, 30].map(trustIn)).toEqual(['none', 'early', 'early', 'firm']);
  });

  it('knows the factorials, and the half of a beta distribution', () => {
    expect(Math.exp(logGamma(11))).toBeCloseTo(3_628_800, 6);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
    expect(betaProbability(0.5, 7, 7)).toBeCloseTo(0.5, 14);
    expect([betaProbability(-1, 2, 2), betaProbability(2, 2, 2)]).toEqual([0, 1]);
  });

  it('finds the quantile whose probability it was asked for', () => {
    const shape = fc.double({ min: 0.5, max: 5000, noNaN: true });
    const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(share, shape, shape, (p, one, other) => {
        const [a, b] = [Math.min(one, other), Math.max(one, other)];
        expect(Math.abs(betaProbability(betaQuantile(p, a, b), a, b) - p)).toBeLessThan(1e-9);
      }),
    );
  });
});
