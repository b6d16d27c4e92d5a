import { attemptScores, percentAt, type AttemptScores } from './attempt-scores.ts';
import { feldtInterval } from './feldt.ts';
import { itemVariances } from './item-variances.ts';
import { leastForCorrelation } from './minimum-n.ts';
import { mean, median, variance } from './moments.ts';
import { cronbachAlpha, kuderRichardson20, standardError } from './reliability.ts';
import { cellAt, type ResponseTable } from './response-table.ts';
import { kurtosis, skewness } from './shape.ts';

/** What test.csv says of reliability; all null where alpha says nothing (see {@link itemVariances}). */
interface Reliability {
  readonly alpha: number | null;
  readonly alphaLo: number | null;
  readonly alphaHi: number | null;
  /** Null, too, where any answer got other points than 0 or 1. */
  readonly kr20: number | null;
  readonly semPoints: number | null;
  readonly semPercent: number | null;
}

/** The row of test.csv: null where there is nothing to say, or too little to say it. */
export interface TestStatistics extends Reliability {
  /** Learners who were shown anything. */
  readonly n: number;
  /** Item versions. */
  readonly k: number;
  /** These five in percent of what each learner was shown, 0 to 100. */
  readonly mean: number | null;
  readonly median: number | null;
  /** Over n − 1. */
  readonly sd: number | null;
  readonly min: number | null;
  readonly max: number | null;
  /** G₁. */
  readonly skewness: number | null;
  /** G₂, 0 for a normal distribution. */
  readonly kurtosis: number | null;
}

/** What a test's scores come to. */
export function testStatistics(table: ResponseTable): TestStatistics {
  const scores = attemptScores(table);
  const percents = scores.points
    .map((_, row) => percentAt(scores, row))
    .filter((percent) => !Number.isNaN(percent))
    .sort();
  const n = percents.length;
  const isEnough = n >= leastForCorrelation;
  return {
    n,
    k: table.items.length,
    mean: n > 0 ? mean(percents) : null,
    median: n > 0 ? median(percents) : null,
    sd: n > 1 ? Math.sqrt(variance(percents)) : null,
    min: percents[0] ?? null,
    max: percents.at(-1) ?? null,
    skewness: isEnough ? skewness(percents) : null,
    kurtosis: isEnough ? kurtosis(percents) : null,
    ...reliabilityOf(table, scores),
  };
}

function reliabilityOf(table: ResponseTable, scores: AttemptScores): Reliability {
  const variances = itemVariances(table, scores);
  const totalVariance = variances ? variance(scores.points) : 0;
  const alpha = variances ? cronbachAlpha(variances, totalVariance) : null;
  if (alpha === null) {
    return {
      alpha: null,
      alphaLo: null,
      alphaHi: null,
      kr20: null,
      semPoints: null,
      semPercent: null,
    };
  }
  const interval = feldtInterval(alpha, table.n, table.items.length);
  const semPoints = standardError(Math.sqrt(totalVariance), alpha);
  return {
    alpha,
    alphaLo: interval.low,
    alphaHi: interval.high,
    kr20: table.points.every((each) => each === 0 || each === 1)
      ? kr20Of(table, totalVariance)
      : null,
    semPoints,
    semPercent: (100 * semPoints) / (scores.maxPoints[0] ?? NaN),
  };
}

function kr20Of(table: ResponseTable, totalVariance: number): number | null {
  const facilities = table.items.map((_, column) => {
    let right = 0;
    for (let row = 0; row < table.n; row += 1)
      right += table.points[cellAt(table, row, column)] ?? 0;
    return right / table.n;
  });
  return kuderRichardson20(facilities, (totalVariance * (table.n - 1)) / table.n);
}
