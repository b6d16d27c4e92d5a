import { column, decimalsOf } from '../column.ts';
import { dataFile, type RowOf } from '../data-file.ts';

const points = { decimals: decimalsOf.points, unit: 'points' };
const share = { unit: 'share', values: '0–1' };
const coefficient = { values: '−1–1' };

/** `items.csv`: one row an item version. */
export const items = dataFile(
  'items.csv',
  'One row an item version, over first completed attempts: which questions work.',
  [
    column('item_id', 'id', 'Item', 'Survives edits of the item.'),
    column(
      'item_version',
      'integer',
      'Item version',
      'Rises when stem, options, key or evidence change.',
    ),
    column('type', 'id', 'Item type', 'For instance single-choice, verdict, numeric.'),
    column('stem', 'text', 'Stem', 'What is asked.'),
    column('source_id', 'id', 'Source', 'Id of the source of the item’s first passage.'),
    column('tags', 'list', 'Tags', 'Level and traps, joined by |.'),
    column(
      'n',
      'integer',
      'Learners',
      'First completed attempts in which the item was presented; the n of facility and discrimination.',
      { unit: 'learners' },
    ),
    column('n_answered', 'integer', 'Answered', 'Of n, those who answered.', { unit: 'learners' }),
    column(
      'n_skipped',
      'integer',
      'Skipped',
      'Of n, those who handed in without an answer to it; they score 0.',
      { unit: 'learners' },
    ),
    column(
      'n_not_reached',
      'integer',
      'Not reached',
      'Of n, those who ended before it; they score 0.',
      { unit: 'learners' },
    ),
    column('mean_points', 'number', 'Mean points', 'Mean of points over n.', points),
    column('max_points', 'number', 'Points possible', 'Maximum of the item.', points),
    column('sd', 'number', 'Standard deviation', 'Of the points, n − 1 in the denominator.', {
      unit: 'points',
    }),
    column(
      'facility',
      'number',
      'Facility',
      'mean_points ÷ max_points; from n = 5. Moodle: facility index ÷ 100; Canvas: difficulty index; psych: mean.',
      share,
    ),
    column(
      'facility_lo',
      'number',
      'Facility, lower bound',
      'Wilson 95 % interval over n; from n = 5.',
      share,
    ),
    column(
      'facility_hi',
      'number',
      'Facility, upper bound',
      'Wilson 95 % interval over n; from n = 5.',
      share,
    ),
    column(
      'guess_rate',
      'number',
      'Guess rate',
      'Probability that blind guessing is fully right: for instance 1 ÷ options.',
      share,
    ),
    column(
      'discrimination_rest_r',
      'number',
      'Discrimination (rest score)',
      'Pearson r of the item’s points with the total without the item, over n; from n = 10. With random draws the rest is the percent of the other items seen. Moodle: discrimination index ÷ 100; psych: r.drop; psychometric: Item.Tot.woi.',
      coefficient,
    ),
    column(
      'rest_r_lo',
      'number',
      'Discrimination, lower bound',
      'Fisher z 95 % interval over n.',
      coefficient,
    ),
    column(
      'rest_r_hi',
      'number',
      'Discrimination, upper bound',
      'Fisher z 95 % interval over n.',
      coefficient,
    ),
    column(
      'discrimination_total_r',
      'number',
      'Discrimination (total)',
      'Pearson r of the item’s points with the percent of all that was shown, the item included, hence inflated; from n = 10. Canvas, PrairieLearn: discrimination.',
      coefficient,
    ),
    column(
      'discrimination_ul27',
      'number',
      'Upper less lower 27 %',
      'Facility of the best 27 % less that of the lowest 27 %, each ceil(0.27 n) learners, ties at the border sharing weight; from n = 40. D2L: discrimination index. psychometric’s Discrimination uses thirds.',
      coefficient,
    ),
    column(
      'discriminative_efficiency',
      'number',
      'Discriminative efficiency',
      'cov(item, rest) ÷ the largest covariance that the same marks allow, both sorted; from n = 10. Moodle: discriminative efficiency ÷ 100.',
      coefficient,
    ),
    column(
      'alpha_if_deleted',
      'number',
      'Alpha without it',
      'Cronbach’s alpha of the other items; where test.csv gives alpha. psych: raw_alpha under alpha.drop.',
    ),
    column('n_options', 'integer', 'Options', 'Options of a choice item; empty for others.', {
      unit: 'options',
    }),
    column(
      'n_functioning_distractors',
      'integer',
      'Functioning distractors',
      'Distractors chosen by at least 5 % of n with a negative option_rest_r (Tarrant et al. 2009); from n = 10.',
      { unit: 'options' },
    ),
    column(
      'distractor_efficiency',
      'number',
      'Distractor efficiency',
      'n_functioning_distractors ÷ distractors.',
      share,
    ),
    column(
      'mean_certainty',
      'number',
      'Mean certainty',
      'Mean probability claimed, over answers given with a certainty.',
      share,
    ),
    column(
      'certainty_bias',
      'number',
      'Certainty bias',
      'Mean probability claimed less the share fully right, over answers given with a certainty.',
      { unit: 'share', values: '−1–1' },
    ),
    column(
      'n_confident_wrong',
      'integer',
      'Sure and wrong',
      'Answers without full points, given with a certainty of 0.75 or more.',
      { unit: 'learners' },
    ),
    column('median_time_s', 'number', 'Median time', 'Median of time_s over n_answered.', {
      decimals: 1,
      unit: 's',
    }),
    column(
      'flags',
      'list',
      'Flags',
      'Set only where the 95 % interval leaves the good range, too_few below n = 10; joined by |.',
      {
        values: 'key_suspect, ambiguous, too_easy, too_hard, dead_option, confident_wrong, too_few',
      },
    ),
    column(
      'basis',
      'text',
      'Basis',
      'Which attempts the row rests on. Moodle’s report and Canvas New Quizzes can use others.',
      { values: 'first_completed' },
    ),
  ],
);

/** A row of `items.csv`. */
export type ItemsRow = RowOf<typeof items>;
