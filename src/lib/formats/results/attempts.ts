import { column, decimalsOf } from '../column.ts';
import { dataFile, type RowOf } from '../data-file.ts';

const points = { decimals: decimalsOf.points, unit: 'points' };

/** `attempts.csv`: one row an attempt, all of them. */
export const attempts = dataFile(
  'attempts.csv',
  'One row an attempt, all of them, with a flag for those that count: for disputes and retries.',
  [
    column('attempt_id', 'id', 'Attempt', 'Opaque id. PrairieLearn: Instance.'),
    column('learner_id', 'id', 'Learner', 'Opaque id, as in gradebook.csv.'),
    column(
      'attempt_no',
      'integer',
      'Attempt number',
      'Counted from 1 for each learner, by start. Canvas: attempt.',
    ),
    column('counted', 'boolean', 'Counts', 'The attempt rule uses it for the grade.', {
      values: 'TRUE, FALSE',
    }),
    column(
      'mode',
      'text',
      'Mode',
      'When feedback was given; trial is the teacher’s own, which never counts.',
      { values: 'feedback_now, feedback_after_close, trial' },
    ),
    column('status', 'text', 'Status', 'Moodle: State.', {
      values: 'in_progress, submitted, closed_incomplete',
    }),
    column('started_at', 'time', 'Started', 'When it was started. Moodle, PrairieLearn: Started.'),
    column(
      'submitted_at',
      'time',
      'Submitted',
      'When it was handed in; empty before. Moodle: Completed; Canvas: submitted.',
    ),
    column(
      'duration_s',
      'integer',
      'Time taken',
      'submitted_at − started_at, whole seconds. Moodle: Time taken.',
      { unit: 's' },
    ),
    column(
      'points',
      'number',
      'Points',
      'Sum of points over the items presented, dropped ones left out. Canvas: score; Moodle: Grade.',
      points,
    ),
    column(
      'max_points',
      'number',
      'Points possible',
      'Sum of the maxima of the items presented. PrairieLearn: Max points.',
      points,
    ),
    column(
      'percent',
      'number',
      'Percent',
      '100 × points ÷ max_points, without a % sign. PrairieLearn: Score (%).',
      { decimals: decimalsOf.points, unit: '%', values: '0–100' },
    ),
    column(
      'cbm_points',
      'number',
      'Certainty marks',
      'Sum of marks by certainty (Gardner-Medwin): right 1, 2 or 3, wrong 0, −2 or −6; empty where certainty did not bear on the marks.',
      points,
    ),
    column('seed', 'id', 'Seed', 'From it the order of items and options follows.'),
    column(
      'bank_version',
      'text',
      'Bank version',
      'Digest of the items asked and of their versions: the same where the same was asked.',
    ),
    column(
      'client_tz',
      'text',
      'Time zone of the learner',
      'IANA name as the browser gave it; empty where it gave none.',
    ),
  ],
);

/** A row of `attempts.csv`. */
export type AttemptsRow = RowOf<typeof attempts>;
