import { column, decimalsOf } from '../column.ts';
import { dataFile, type DataFile, type RowOf } from '../data-file.ts';
import { itemColumnName, type ItemColumnName } from './item-columns.ts';

const points = { decimals: decimalsOf.points, unit: 'points' };
const share = { unit: 'share', values: '0–1' };

const columns = [
  column(
    'learner_id',
    'id',
    'Learner',
    'Opaque id; the same person keeps it within a class. PrairieLearn: UID.',
  ),
  column(
    'last_name',
    'text',
    'Last name',
    'As joined or as in the list of the class. Moodle: Last name.',
  ),
  column(
    'first_name',
    'text',
    'First name',
    'As joined or as in the list of the class. Moodle: First name.',
  ),
  column(
    'display_name',
    'text',
    'Name shown',
    'The alias, or the name in the list of the class. Canvas student analysis: name.',
  ),
  column(
    'email',
    'text',
    'E-mail address',
    'Only where the list of the class holds it. Moodle: Email address.',
  ),
  column(
    'student_number',
    'text',
    'Student number',
    'Only where asked for or in the list; text, so that leading zeros stay. Moodle: ID number; Canvas: sis_id; PrairieLearn: UIN.',
  ),
  column('class_id', 'id', 'Class', 'Opaque id.'),
  column('class_name', 'text', 'Class name', 'As the teacher wrote it. Canvas: section.'),
  column('bank_id', 'id', 'Bank', 'Id of the bank of items. PrairieLearn: Assessment.'),
  column(
    'bank_version',
    'text',
    'Bank version',
    'Digest of the items asked and of their versions: the same where the same was asked.',
  ),
  column('quiz_title', 'text', 'Quiz', 'The title that learners read.'),
  column(
    'status',
    'text',
    'Status',
    'Of the counted attempt, or of the newest one where none counts. Moodle: State.',
    { values: 'not_started, in_progress, submitted, closed_incomplete' },
  ),
  column(
    'attempt_rule',
    'text',
    'Attempt rule',
    'Which attempts make the grade, chosen by the teacher; of equal ones the earlier. Unfinished attempts count only after closing.',
    { values: 'best, last, first, mean' },
  ),
  column('attempts_total', 'integer', 'Attempts', 'Attempts started by this learner.', {
    unit: 'attempts',
  }),
  column(
    'counted_attempt_id',
    'id',
    'Counted attempt',
    'The attempt that the rule chose; empty under mean, and where none counts.',
  ),
  column(
    'points',
    'number',
    'Points',
    'Sum of points of the counted attempt; under mean, percent ÷ 100 × max_points. Canvas: score; Moodle: Grade.',
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
    '100 × points ÷ max_points, under mean the mean of that of each attempt; without a % sign. PrairieLearn: Score (%).',
    { decimals: decimalsOf.points, unit: '%', values: '0–100' },
  ),
  column(
    'passed',
    'boolean',
    'Passed',
    'percent is at least the pass mark; empty where no pass mark is set.',
    { values: 'TRUE, FALSE' },
  ),
  column('started_at', 'time', 'Started', 'When the counted attempt was started. Moodle: Started.'),
  column(
    'submitted_at',
    'time',
    'Submitted',
    'When the counted attempt was handed in. Moodle: Completed; Canvas: submitted.',
  ),
  column(
    'duration_s',
    'integer',
    'Time taken',
    'submitted_at − started_at, whole seconds. Moodle: Time taken; PrairieLearn: Duration (min) × 60.',
    { unit: 's' },
  ),
  column(
    'n_items',
    'integer',
    'Items',
    'Items presented in the counted attempt, without any that were dropped.',
    {
      unit: 'items',
    },
  ),
  column('n_correct', 'integer', 'Right', 'Items with full points. Canvas: n correct.', {
    unit: 'items',
  }),
  column('n_answered', 'integer', 'Answered', 'Items answered.', { unit: 'items' }),
  column(
    'n_skipped',
    'integer',
    'Skipped',
    'Items presented and not answered in the counted attempt; they score 0.',
    { unit: 'items' },
  ),
  column(
    'mean_certainty',
    'number',
    'Mean certainty',
    'Mean probability claimed, over answers given with a certainty; a guess stands for the chance level of its item.',
    share,
  ),
  column(
    'certainty_bias',
    'number',
    'Certainty bias',
    'mean(p) − mean(o): p the probability claimed, o 1 for full points and 0 otherwise; above 0 is too sure.',
    { unit: 'share', values: '−1–1' },
  ),
  column(
    'brier',
    'number',
    'Brier score',
    'mean((p − o)²), p and o as in certainty_bias; 0 is best, 0.25 is what claiming 0.5 of everything earns (Brier 1950).',
    share,
  ),
  column(
    'supported_accepted',
    'number',
    'Supported claims accepted',
    'Share of supported claims answered that the learner called supported; empty where none was answered.',
    share,
  ),
  column(
    'unsupported_rejected',
    'number',
    'Unsupported claims rejected',
    'Share of claims refuted, not stated or conflicting that the learner did not call supported; empty where none was answered.',
    share,
  ),
] as const;

const name = 'gradebook.csv';
const description = 'One row a learner, also those who never started: the teacher’s own list.';

/** `gradebook.csv`: one row a learner. */
export const gradebook = dataFile(name, description, columns);

/** A row of `gradebook.csv`. */
export type GradebookRow = RowOf<typeof gradebook>;
/** A row with the score, 0 to 1, of each item under its {@link itemColumnName}. */
export type GradebookItemRow = GradebookRow & Readonly<Record<ItemColumnName, number | null>>;

/** `gradebook.csv` with a column `q01:{item_id}` for every item, in the order of the quiz. */
export function gradebookWithItems(itemIds: readonly string[]): DataFile<typeof columns> {
  const ofItem = (itemId: string, index: number) =>
    column(
      itemColumnName(itemId, index),
      'number',
      'Item score',
      'Points ÷ maximum in the counted attempt; 0 where skipped, empty where not presented. Moodle: Q. 1 /1.00.',
      share,
    );
  const all: readonly unknown[] = [...columns, ...itemIds.map(ofItem)];
  return { name, description, columns: all as typeof columns };
}
