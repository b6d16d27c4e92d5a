import type { ClassLearner } from '../../src/lib/formats/lms-match.ts';
import type { AttemptsRow } from '../../src/lib/formats/results/attempts.ts';
import type { CalibrationRow } from '../../src/lib/formats/results/calibration.ts';
import type { GradebookItemRow } from '../../src/lib/formats/results/gradebook.ts';
import { itemColumnName } from '../../src/lib/formats/results/item-columns.ts';
import type { ItemsRow } from '../../src/lib/formats/results/items.ts';
import type { MatrixRow } from '../../src/lib/formats/results/matrix.ts';
import type { OptionsRow } from '../../src/lib/formats/results/options.ts';
import type { ResponsesRow } from '../../src/lib/formats/results/responses.ts';
import type { TestStatisticsRow } from '../../src/lib/formats/results/test-statistics.ts';
import type { SheetsRow } from '../../src/lib/formats/sheets/sheets.ts';

/** 14 March 2025, 9:05 in UTC. */
export const startedAt = 1_741_943_100_000;
/** Half an hour past the night in which Berlin put its clocks on. */
const inSummerTime = 1_743_298_200_000;

export const itemIds = ['storm/homes', 'storm/speed'] as const;

export const learners: readonly ClassLearner[] = [
  {
    id: 'lrn_aaaa',
    displayName: 'Learner 01',
    firstName: 'Learner',
    lastName: '01',
    email: 'learner01@example.org',
    studentNumber: '007',
  },
  {
    id: 'lrn_bbbb',
    displayName: "=cmd|' /C calc'!A0",
    firstName: null,
    lastName: null,
    email: null,
    studentNumber: '1E5',
  },
];

const gradebookDefaults = {
  class_id: 'cls_cccc',
  class_name: 'Class 9b; “News, and views”',
  bank_id: 'storm',
  bank_version: '3',
  quiz_title: 'The storm',
  attempt_rule: 'best',
};

const named = ({ id, displayName, firstName, lastName, email, studentNumber }: ClassLearner) => ({
  learner_id: id,
  last_name: lastName,
  first_name: firstName,
  display_name: displayName,
  email,
  student_number: studentNumber,
});

const [one, two] = learners as [ClassLearner, ClassLearner];

export const gradebookRows: readonly GradebookItemRow[] = [
  {
    ...named(one),
    ...gradebookDefaults,
    status: 'submitted',
    attempts_total: 2,
    counted_attempt_id: 'att_dddd',
    points: 1 + 1 / 3,
    max_points: 2,
    percent: 200 / 3,
    passed: true,
    started_at: startedAt,
    submitted_at: startedAt + 754_999,
    duration_s: 754,
    n_items: 2,
    n_correct: 1,
    n_answered: 2,
    n_skipped: 0,
    mean_certainty: 0.825,
    certainty_bias: 0.15833333,
    brier: 0.1,
    supported_accepted: 1,
    unsupported_rejected: null,
    [itemColumnName(itemIds[0], 0)]: 1,
    [itemColumnName(itemIds[1], 1)]: 1 / 3,
  },
  {
    ...named(two),
    ...gradebookDefaults,
    status: 'not_started',
    attempts_total: 0,
    counted_attempt_id: null,
    points: null,
    max_points: null,
    percent: null,
    passed: null,
    started_at: null,
    submitted_at: null,
    duration_s: null,
    n_items: null,
    n_correct: null,
    n_answered: null,
    n_skipped: null,
    mean_certainty: null,
    certainty_bias: null,
    brier: null,
    supported_accepted: null,
    unsupported_rejected: null,
    [itemColumnName(itemIds[0], 0)]: null,
    [itemColumnName(itemIds[1], 1)]: null,
  },
];

export const attemptsRows: readonly AttemptsRow[] = [
  {
    attempt_id: 'att_dddd',
    learner_id: one.id,
    attempt_no: 2,
    counted: true,
    mode: 'feedback_now',
    status: 'submitted',
    started_at: startedAt,
    submitted_at: inSummerTime,
    duration_s: 1_355_100,
    points: 1.5,
    max_points: 2,
    percent: 75,
    cbm_points: -3,
    seed: 'seed1',
    bank_version: '3',
    client_tz: 'Europe/Berlin',
  },
];

const responseDefaults = {
  attempt_id: 'att_dddd',
  learner_id: one.id,
  attempt_no: 2,
  item_version: 1,
  source_id: 'daily',
  max_points: 1,
  hint_used: false,
  passage_opened: null,
};

export const responsesRows: readonly ResponsesRow[] = [
  {
    ...responseDefaults,
    response_id: 'rsp_1',
    item_id: itemIds[0],
    item_type: 'multiple-response',
    position: 1,
    response_status: 'answered',
    response: ['a', 'c'],
    response_label: 'Homes, and\n"schools"',
    correct_response: 'Homes; and schools',
    points: 1 / 3,
    score: 1 / 3,
    correct: false,
    certainty: 0.75,
    option_order: ['c', 'a', 'b'],
    time_s: 31,
    answered_at: startedAt + 31_000,
  },
  {
    ...responseDefaults,
    response_id: 'rsp_2',
    item_id: itemIds[1],
    item_type: 'numeric',
    position: 2,
    response_status: 'answered',
    response: -12.5,
    response_label: '-12.5 km/h',
    correct_response: '120 km/h',
    points: 0,
    score: 0,
    correct: false,
    certainty: null,
    option_order: null,
    time_s: 7,
    answered_at: startedAt + 38_000,
  },
  {
    ...responseDefaults,
    response_id: 'rsp_3',
    item_id: 'storm/rain',
    item_type: 'text-entry',
    position: 3,
    response_status: 'skipped',
    response: null,
    response_label: null,
    correct_response: 'naïve',
    points: 0,
    score: 0,
    correct: null,
    certainty: null,
    option_order: null,
    time_s: null,
    answered_at: null,
  },
];

export const itemsRows: readonly ItemsRow[] = [
  {
    item_id: itemIds[0],
    item_version: 1,
    type: 'multiple-response',
    stem: 'What does the report say, word for word, was cut off?',
    source_id: 'daily',
    tags: ['recall', 'part-for-whole'],
    n: 28,
    n_answered: 27,
    n_skipped: 1,
    n_not_reached: 0,
    mean_points: 17 / 28,
    max_points: 1,
    sd: 0.49734,
    facility: 17 / 28,
    facility_lo: 0.4241,
    facility_hi: 0.7643,
    guess_rate: 1 / 7,
    discrimination_rest_r: -0.12,
    rest_r_lo: -0.47,
    rest_r_hi: 0.26,
    discrimination_total_r: 0.31,
    discrimination_ul27: null,
    discriminative_efficiency: -0.2,
    alpha_if_deleted: null,
    n_options: 3,
    n_functioning_distractors: 1,
    distractor_efficiency: 1,
    mean_certainty: 0.8,
    certainty_bias: 0.19,
    n_confident_wrong: 6,
    median_time_s: 30.5,
    flags: ['confident_wrong', 'too_few'],
    basis: 'first_completed',
  },
];

export const optionsRows: readonly OptionsRow[] = [
  {
    item_id: itemIds[0],
    item_version: 1,
    option_id: 'b',
    option_label: '+480,000 homes',
    is_key: false,
    n: 10,
    proportion: 10 / 28,
    n_upper: 2,
    n_middle: 3,
    n_lower: 5,
    option_rest_r: -0.2041241,
    mean_certainty: 0.9,
    functioning: true,
    trap: 'unit-swap',
  },
];

export const testRows: readonly TestStatisticsRow[] = [
  {
    bank_id: 'storm',
    bank_version: '3',
    basis: 'first_completed',
    n: 28,
    k: 2,
    mean: 1.25,
    median: 1,
    sd: 0.7,
    min: 0,
    max: 2,
    skewness: -0.00001,
    kurtosis: null,
    alpha: null,
    alpha_lo: null,
    alpha_hi: null,
    kr20: null,
    sem_points: null,
    sem_percent: null,
  },
];

export const calibrationRows: readonly CalibrationRow[] = [
  {
    scope: 'class',
    learner_id: null,
    certainty: 0.75,
    n: 12,
    n_correct: 8,
    accuracy: 2 / 3,
    accuracy_lo: 0.390615,
    accuracy_hi: 0.861879,
    brier: 0.2292,
    certainty_bias: 0.083333,
  },
];

export const matrixRows: readonly MatrixRow[] = [
  { learner_id: one.id, [itemIds[0]]: 1, [itemIds[1]]: 1 / 3 },
  { learner_id: two.id, [itemIds[0]]: 0, [itemIds[1]]: null },
];

export const sheetsRows: readonly SheetsRow[] = [
  {
    Timestamp: inSummerTime,
    'Email Address': one.email,
    Score: 1.5,
    Max: 2,
    Percent: 75,
    'Last Name': one.lastName,
    'First Name': one.firstName,
    'Display Name': one.displayName,
    'Student Number': one.studentNumber,
  },
];
