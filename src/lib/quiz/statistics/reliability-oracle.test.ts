import { describe, expect, it } from 'vitest';
import {
  columnsOf,
  expectClose,
  oracle,
  setNamed,
  tableOf,
  type OracleSet,
} from '../../../../tests/oracle/statistics-sets.ts';
import { attemptScores } from './attempt-scores.ts';
import { correlation } from './correlation.ts';
import { feldtInterval } from './feldt.ts';
import { itemStatistics } from './item-statistics.ts';
import { variance } from './moments.ts';
import { cronbachAlpha, kuderRichardson20, standardError } from './reliability.ts';
import { kurtosis, skewness } from './shape.ts';
import { testStatistics } from './test-statistics.ts';
import { upperLowerDifference } from './upper-lower.ts';

describe.each(
  oracle.sets.filter(({ packages }) => 'items' in packages).map((set) => [set.name, set] as const),
)('reliability of %s', (_name, set) => {
  const { packages, test } = set;
  const table = tableOf(set);
  const { points: totals } = attemptScores(table);
  const columns = columnsOf(table);
  const variances = columns.map(({ points }) => variance(points));
  const alpha = cronbachAlpha(variances, variance(totals)) ?? NaN;
  const { expected, traps } = test;

  it('agrees by formula with psychometric’s alpha, alpha.CI and SE.Meas', () => {
    expectClose(alpha, expected['alpha'], 'alpha');
    const { low, high } = feldtInterval(alpha, table.n, columns.length);
    expectClose(low, expected['alphaLo'], 'low');
    expectClose(high, expected['alphaHi'], 'high');
    expectClose(standardError(Math.sqrt(variance(totals)), alpha), expected['semPoints'], 'SEM');
  });

  it('agrees with psychometric’s item.exam', () => {
    columns.forEach(({ item, points, comparedPoints, rest }, at) => {
      expectClose(correlation(comparedPoints, rest), packages.itemTotWoi[at], 'Item.Tot.woi');
      expectClose(correlation(points, totals), packages.itemTotal[at], 'Item.total');
      const facility = (set.items[at]?.['facility'] as number) * item.maxPoints;
      expectClose(facility, packages.difficulty[at], 'Difficulty');
    });
  });

  it('agrees with psych’s alpha, r.drop and alpha.drop, unless psych dropped an item', () => {
    const varied = columns.filter((_, at) => variances[at] !== 0);
    expect(varied).toHaveLength(packages.items);
    const isWhole = varied.length === columns.length;
    expect(Math.abs(alpha - packages.rawAlpha) < 1e-9).toBe(isWhole);
    const used = variances.filter((each) => each !== 0);
    expectClose(cronbachAlpha(used, variance(totals)), packages.rawAlpha, 'raw_alpha');
    varied.forEach(({ comparedPoints, rest }, at) => {
      expectClose(correlation(comparedPoints, rest), packages.rDrop[at], 'r.drop');
      const dropped = cronbachAlpha(used.toSpliced(at, 1), variance(rest));
      expectClose(dropped, packages.alphaDrop[at], 'alpha.drop');
    });
  });

  it('takes KR-20 with the variance over n, and skewness and kurtosis as Moodle does', () => {
    const percents = totals.map(
      (each) => (100 * each) / set.max.reduce((sum, max) => sum + max, 0),
    );
    expectClose(skewness(percents), expected['skewness'], 'G1');
    expectClose(kurtosis(percents), expected['kurtosis'], 'G2');
    expect(skewness(percents)).not.toBeCloseTo(Number(traps['psychSkewness']), 4);
    expect(kurtosis(percents)).not.toBeCloseTo(Number(traps['psychKurtosis']), 4);
    if (expected['kr20'] === null) return;
    const shares = columns.map(
      ({ points }) => points.filter((each) => each === 1).length / table.n,
    );
    const overN = (variance(totals) * (table.n - 1)) / table.n;
    expectClose(kuderRichardson20(shares, overN), expected['kr20'], 'KR-20');
    expectClose(expected['kr20'], expected['alpha'], 'KR-20 is alpha');
    expectClose(kuderRichardson20(shares, variance(totals)), traps['mixedKr20'], 'mixed KR-20');
    expect(traps['mixedKr20']).not.toBeCloseTo(alpha, 4);
  });
});

describe('a trap that R’s packages set', () => {
  it('is dropping items that everybody got right: alpha here counts them', () => {
    const set = setNamed('items that everybody got right');
    const { alpha } = testStatistics(tableOf(set));
    expectClose(alpha, set.test.expected['alpha'], 'by hand');
    expect(set.packages.items).toBe(set.max.length - 2);
    expect(set.packages.rawAlpha).toBeGreaterThan((alpha ?? NaN) + 0.02);
  });

  it('is turning items round: a wrong key stays wrong here, and is flagged', () => {
    const set = setNamed('a wrong key');
    const table = tableOf(set);
    const { alpha } = testStatistics(table);
    expectClose(alpha, set.packages.rawAlpha, 'as it stands');
    expect(set.packages.flippedAlpha).toBeGreaterThan((alpha ?? NaN) + 0.3);
    const suspects = itemStatistics(table).filter(({ flags }) => flags.includes('key_suspect'));
    expect(suspects.map(({ itemId }) => itemId)).toEqual(['item-3']);
  });

  it('is taking missing cells pairwise: with random draws there is no alpha here', () => {
    const found = testStatistics(tableOf(setNamed('random draws')));
    expect(oracle.pairwiseAlpha).toBeGreaterThan(0);
    const { alpha, alphaLo, alphaHi, kr20, semPoints, semPercent } = found;
    expect(
      [alpha, alphaLo, alphaHi, kr20, semPoints, semPercent].some((each) => each !== null),
    ).toBe(false);
  });

  it('is cutting thirds through ties, so that the order of rows matters', () => {
    const thirdsOf = (set: OracleSet) => {
      const table = tableOf(set);
      const { points: totals } = attemptScores(table);
      const size = Math.floor(table.n / 3);
      return columnsOf(table).map(({ points }) => upperLowerDifference(points, totals, size));
    };
    const untied = setNamed('untied points');
    thirdsOf(untied).forEach((each, at) => expectClose(each, untied.packages.thirds[at], 'third'));
    const tied = setNamed('ties at 27 %');
    expect(tied.packages.thirds).not.toEqual(tied.packages.thirdsOfReversed);
    const reversed = { ...tied, ...reversedRows(tied) };
    thirdsOf(reversed).forEach((each, at) => expectClose(each, thirdsOf(tied)[at], 'third'));
  });
});

function reversedRows({ points, status, right, certainty, seconds, choice }: OracleSet) {
  return Object.fromEntries(
    Object.entries({ points, status, right, certainty, seconds, choice }).map(([name, rows]) => [
      name,
      rows.toReversed(),
    ]),
  );
}
