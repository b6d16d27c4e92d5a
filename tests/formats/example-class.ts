import type { StoredResponse } from '../../src/lib/formats/jsonl/results-jsonl.ts';
import type { ClassLearner } from '../../src/lib/formats/lms-match.ts';
import type { AttemptsRow } from '../../src/lib/formats/results/attempts.ts';
import type { GradebookItemRow } from '../../src/lib/formats/results/gradebook.ts';
import { itemColumnName } from '../../src/lib/formats/results/item-columns.ts';
import type { MatrixRow } from '../../src/lib/formats/results/matrix.ts';
import type { ResponsesRow } from '../../src/lib/formats/results/responses.ts';
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

export const storedResponse: StoredResponse = {
  responseId: 'rsp_1',
  learner: {
    id: 'lrn_bbbb',
    displayName: '=1+1\u202E\uD800',
    firstName: null,
    lastName: null,
    email: null,
    studentNumber: '007',
  },
  classId: 'cls_cccc',
  bankId: 'storm',
  bankVersion: '3',
  attempt: {
    id: 'att_dddd',
    number: 1,
    mode: 'feedback_now',
    status: 'in_progress',
    counted: false,
    seed: 'seed1',
    startedAt: startedAt,
    submittedAt: null,
  },
  item: { id: itemIds[0], version: 2, type: 'single-choice' },
  position: 1,
  status: 'answered',
  response: { chosen: 'b' },
  responseLabel: 'Homes',
  correctResponse: 'Schools',
  original: { points: 0, maxPoints: 1 },
  rescored: { points: 1, maxPoints: 1, reason: 'Another key', at: startedAt + 86_400_123 },
  certainty: 'guessing',
  chance: 1 / 3,
  optionOrder: ['b', 'a', 'c'],
  answeredAt: startedAt + 1234,
};
