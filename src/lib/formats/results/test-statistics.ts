import { column } from '../column.ts';
import { dataFile, type RowOf } from '../data-file.ts';

const points = { unit: 'points' };
const percent = { unit: '%', values: '0–100' };

/** `test.csv`: one row a version of the quiz. */
export const testStatistics = dataFile(
  'test.csv',
  'One row a version of the quiz, over first completed attempts: how reliable it is.',
  [
    column('bank_id', 'id', 'Bank', 'Id of the bank of items.'),
    column(
      'bank_version',
      'text',
      'Bank version',
      'Digest of the items asked and of their versions: the same where the same was asked.',
    ),
    column('basis', 'text', 'Basis', 'Which attempts the row rests on.', {
      values: 'first_completed',
    }),
    column('n', 'integer', 'Learners', 'First completed attempts; the n of every statistic here.', {
      unit: 'learners',
    }),
    column(
      'k',
      'integer',
      'Items',
      'Items of the quiz; those that everybody got right are kept, as Moodle does (psych::alpha drops them).',
      { unit: 'items' },
    ),
    column(
      'mean',
      'number',
      'Mean',
      'Mean of the percent reached: 100 × points ÷ points possible, points as judged (without full marks for everybody), here and in every column that follows.',
      percent,
    ),
    column('median', 'number', 'Median', 'Median of the percent reached.', percent),
    column(
      'sd',
      'number',
      'Standard deviation',
      'Of the percent reached, n − 1 in the denominator.',
      percent,
    ),
    column('min', 'number', 'Lowest', 'Lowest percent reached.', percent),
    column('max', 'number', 'Highest', 'Highest percent reached.', percent),
    column(
      'skewness',
      'number',
      'Skewness',
      'k₃ ÷ k₂^1.5, k-statistics, unbiased. Moodle: score distribution skewness.',
    ),
    column(
      'kurtosis',
      'number',
      'Kurtosis',
      'k₄ ÷ k₂², k-statistics, 0 for a normal distribution. Moodle: score distribution kurtosis.',
    ),
    column(
      'alpha',
      'number',
      'Cronbach’s alpha',
      'k ÷ (k − 1) × (1 − Σs²(item) ÷ s²(total)), all variances with n − 1; from 30 learners and 5 items; empty with random draws. Moodle: coefficient of internal consistency ÷ 100; psych: raw_alpha.',
    ),
    column(
      'alpha_lo',
      'number',
      'Alpha, lower bound',
      'Feldt 95 % interval. psychometric: alpha.CI.',
    ),
    column(
      'alpha_hi',
      'number',
      'Alpha, upper bound',
      'Feldt 95 % interval. psychometric: alpha.CI.',
    ),
    column(
      'kr20',
      'number',
      'KR-20',
      'k ÷ (k − 1) × (1 − Σpq ÷ σ²(total)) with the population variance; equals alpha; only where every score is 0 or 1.',
    ),
    column(
      'sem_points',
      'number',
      'Standard error of measurement',
      'Standard deviation of total points × √(1 − alpha). Moodle: standard error.',
      points,
    ),
    column(
      'sem_percent',
      'number',
      'Standard error of measurement, percent',
      '100 × sem_points ÷ points possible.',
      { unit: '%' },
    ),
  ],
);

/** A row of `test.csv`. */
export type TestStatisticsRow = RowOf<typeof testStatistics>;
