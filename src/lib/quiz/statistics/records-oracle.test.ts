import { describe, expect, it } from 'vitest';
import {
  columnsOf,
  expectClose,
  optionIds,
  oracle,
  tableOf,
  type Figures,
} from '../../../../tests/oracle/statistics-sets.ts';
import { calibrationStatistics } from './calibration-statistics.ts';
import { correlation, fisherInterval } from './correlation.ts';
import { discriminativeEfficiency } from './discriminative-efficiency.ts';
import { itemStatistics } from './item-statistics.ts';
import { optionStatistics } from './option-statistics.ts';
import { testStatistics } from './test-statistics.ts';
import { extremeGroup, upperLowerDifference } from './upper-lower.ts';

/** Holds every figure that R has to ours, but those of the names in `withheld`, which are null. */
function expectFigures(found: object, expected: Figures, withheld: readonly string[] = []): void {
  const own = found as Figures;
  for (const [name, value] of Object.entries(expected)) {
    expect(own).toHaveProperty(name);
    expectClose(own[name], withheld.includes(name) ? null : value, name);
  }
}

const reliability = ['alpha', 'alphaLo', 'alphaHi', 'kr20', 'semPoints', 'semPercent'];
const correlations = [
  'discriminationRestR',
  'restRLo',
  'restRHi',
  'discriminationTotalR',
  'discriminativeEfficiency',
  'skewness',
  'kurtosis',
  'optionRestR',
  'functioning',
];

/** The figures that a number of learners is too small for. */
function withheldFrom(n: number): string[] {
  return [
    ...(n < 10 ? correlations : []),
    ...(n < 40 ? ['discriminationUl27'] : []),
    ...(n < 30 ? [...reliability, 'alphaIfDeleted'] : []),
  ];
}

describe.each(oracle.sets.map((set) => [set.name, set] as const))('%s', (_name, set) => {
  const table = tableOf(set);

  it('has items as R finds them', () => {
    const found = itemStatistics(table);
    expect(found).toHaveLength(set.items.length);
    found.forEach((item, at) => {
      expectFigures(item, set.items[at] ?? {}, withheldFrom(item.n));
    });
  });

  it('has options as R finds them', () => {
    const found = optionStatistics(table);
    const expected = set.options.flat();
    expect(found).toHaveLength(expected.length);
    found.forEach((option, at) => {
      const shown = set.items[Math.floor(at / optionIds.length)]?.['n'];
      expectFigures(option, expected[at] ?? {}, withheldFrom(Number(shown)));
    });
  });

  it('has a test and a calibration as R finds them', () => {
    expectFigures(testStatistics(table), set.test.expected, withheldFrom(table.n));
    const found = [...calibrationStatistics(table)].map(({ level, ...each }) => ({
      ...each,
      level: level === 'guessing' ? 0 : level,
    }));
    const expected = [set.calibration.class, set.calibration.firstLearner];
    [found.filter(({ row }) => row === null), found.filter(({ row }) => row === 0)].forEach(
      (records, scope) => {
        expect(records).toHaveLength(expected[scope]?.length ?? -1);
        records.forEach((each, at) => expectFigures(each, expected[scope]?.[at] ?? {}));
      },
    );
  });

  it('has the same by formula, however few the learners', () => {
    for (const [at, column] of columnsOf(table).entries()) {
      const expected = set.items[at] ?? {};
      const { points, totals, comparedPoints, rest, item } = column;
      const r = correlation(comparedPoints, rest);
      const shares = points.map((each) => each / item.maxPoints);
      const ul27 = upperLowerDifference(shares, totals, extremeGroup(points.length));
      expectClose(r, expected['discriminationRestR'], 'rest r');
      expectClose(
        r === null ? null : fisherInterval(r, rest.length)?.low,
        expected['restRLo'],
        'low',
      );
      expectClose(ul27, expected['discriminationUl27'], 'ul27');
      const efficiency = discriminativeEfficiency(comparedPoints, rest);
      expectClose(efficiency, expected['discriminativeEfficiency'], 'efficiency');
    }
  });
});
