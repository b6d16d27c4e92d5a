import { describe, expect, it } from 'vitest';
import { expectClose, oracle } from '../../../../tests/oracle/statistics-sets.ts';
import { betaProbability } from './beta-distribution.ts';
import { fisherInterval } from './correlation.ts';
import { fQuantile } from './f-distribution.ts';

describe('a distribution', () => {
  it('has F quantiles as R finds them', () => {
    expect(oracle.fQuantiles).toHaveLength(75);
    for (const [p, df1, df2, q] of oracle.fQuantiles) {
      const found = fQuantile(p, df1, df2);
      expect(Math.abs(found - q) / Math.max(1, q), `F(${p}; ${df1}, ${df2})`).toBeLessThan(1e-9);
    }
  });

  it('has beta probabilities and Fisher’s intervals as R finds them', () => {
    for (const [x, a, b, p] of oracle.betas) {
      expectClose(betaProbability(x, a, b), p, `I(${x}; ${a}, ${b})`);
    }
    for (const [r, n, low, high] of oracle.correlationIntervals) {
      expectClose(fisherInterval(r, n)?.low, low, `r ${r} of ${n}`);
      expectClose(fisherInterval(r, n)?.high, high, `r ${r} of ${n}`);
    }
  });
});
