import { describe, expect, it } from 'vitest';
import { countTests, sumCounts } from '../../scripts/count-tests.js';

describe('a run of tests', () => {
  it.each([
    ['all passed', { numPassedTests: 3, numTotalTests: 3 }, 0, { passed: 3, failed: 0 }],
    ['one failed', { numPassedTests: 2, numTotalTests: 3 }, 1, { passed: 2, failed: 1 }],
    ['one was left out', { numPassedTests: 2, numTotalTests: 3 }, 0, { passed: 2, failed: 1 }],
    ['a file did not load', { numPassedTests: 3, numTotalTests: 3 }, 1, { passed: 3, failed: 1 }],
    ['there were none', { numPassedTests: 0, numTotalTests: 0 }, 0, { passed: 0, failed: 1 }],
    ['it broke off', null, 1, { passed: 0, failed: 1 }],
  ])('is counted where %s', (_name, report, status, count) => {
    expect(countTests(report, status)).toEqual(count);
  });

  it('is summed with the others', () => {
    const counts = [
      { passed: 3, failed: 0 },
      { passed: 1, failed: 2 },
    ];
    expect(sumCounts(counts)).toEqual({ passed: 4, failed: 2 });
  });
});
