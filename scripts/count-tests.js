/** @typedef {{ passed: number, failed: number }} Count */

/**
 * What a run of vitest comes to. Whatever has not passed has failed, tests left out as well; and a
 * file that can't even be loaded fails the run without a failed test of its own.
 * @param {{ numPassedTests: number, numTotalTests: number } | null} report null where it made none
 * @param {number} status with which it ended
 * @returns {Count}
 */
export function countTests(report, status) {
  const { numPassedTests: passed, numTotalTests } = report ?? {
    numPassedTests: 0,
    numTotalTests: 0,
  };
  const missed = numTotalTests - passed;
  const isBroken = status !== 0 || numTotalTests === 0;
  return { passed, failed: missed === 0 && isBroken ? 1 : missed };
}

/**
 * The sum of all steps.
 * @param {readonly Count[]} counts
 * @returns {Count}
 */
export function sumCounts(counts) {
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  };
}
