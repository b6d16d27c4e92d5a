import type { GradebookItemRow, GradebookRow } from '../../../formats/results/gradebook.ts';
import { itemColumnName } from '../../../formats/results/item-columns.ts';
import { rulesFor } from '../../../item-types/rules.ts';
import { calibrationOf } from '../../../quiz/calibration.ts';
import { isReached } from '../../../quiz/grade.ts';
import { discernmentOf, type Count } from '../../../quiz/discernment.ts';
import type { Response } from '../../../quiz/item.ts';
import type { GradedAttempt, GradedResponse } from '../../results/graded-attempt.ts';
import type { GradedLearner } from '../../results/read-results.ts';
import type { ExportedAssignment } from '../export-job.ts';
import {
  itemKey,
  responseStatus,
  secondsBetween,
  statusWords,
  versionAsked,
  versionOf,
} from './words.ts';

type JudgedResponse = Response<'verdict' | 'verdict-with-evidence'>;

/** The row of `gradebook.csv` for a learner. */
export function gradebookRow(exported: ExportedAssignment, graded: GradedLearner): GradebookRow {
  const { classroom, assignment, items } = exported;
  const { learner, attempts, grade } = graded;
  const counted = grade?.counted ?? null;
  const newest = counted ?? attempts.at(-1) ?? null;
  return {
    learner_id: learner.id,
    last_name: learner.lastName,
    first_name: learner.firstName,
    display_name: learner.displayName,
    email: learner.email,
    student_number: learner.studentNumber,
    class_id: classroom.id,
    class_name: classroom.name,
    bank_id: assignment.bankId,
    bank_version: newest ? versionAsked(newest) : versionOf(items),
    quiz_title: assignment.title,
    status: newest ? statusWords[newest.status] : 'not_started',
    attempt_rule: assignment.attemptRule,
    attempts_total: attempts.length,
    counted_attempt_id: counted?.attempt.id ?? null,
    points: grade?.points ?? null,
    max_points: grade?.maxPoints ?? null,
    percent: grade?.percent ?? null,
    passed:
      grade && assignment.passPercent !== null
        ? isReached(grade.percent, assignment.passPercent)
        : null,
    ...timesOf(counted),
    ...countsOf(counted),
    ...certaintyOf(counted),
    ...judgementsOf(counted),
  };
}

/** The row with a score for each item, as `gradebookWithItems` names its columns. */
export function gradebookItemRow(
  exported: ExportedAssignment,
  graded: GradedLearner,
): GradebookItemRow {
  const { bankId, itemIds } = exported.assignment;
  const scores = new Map(
    graded.grade?.counted?.responses.map(({ itemId, outcome }) => [
      itemId,
      outcome && outcome.points / outcome.maxPoints,
    ]),
  );
  const columns = itemIds.map((id, index) => [
    itemColumnName(itemKey(bankId, id), index),
    scores.get(id) ?? null,
  ]);
  return { ...gradebookRow(exported, graded), ...Object.fromEntries(columns) } as GradebookItemRow;
}

function timesOf(counted: GradedAttempt | null) {
  const startedAt = counted?.attempt.startedAt ?? null;
  const submittedAt = counted?.submittedAt ?? null;
  return {
    started_at: startedAt,
    submitted_at: submittedAt,
    duration_s: secondsBetween(startedAt, submittedAt),
  };
}

function countsOf(counted: GradedAttempt | null) {
  if (!counted) return { n_items: null, n_correct: null, n_answered: null, n_skipped: null };
  const counting = counted.responses.filter(({ outcome }) => outcome !== null);
  const statuses = counting.map((each) => responseStatus(counted, each));
  const answered = statuses.filter((status) => status === 'answered').length;
  const presented = statuses.filter((status) => status !== 'not_presented').length;
  return {
    n_items: presented,
    n_correct: counted.responses.filter(({ answer, outcome }) => answer && outcome?.correct).length,
    n_answered: answered,
    n_skipped: presented - answered,
  };
}

function certaintyOf(counted: GradedAttempt | null) {
  const predictions = (counted?.responses ?? []).flatMap(({ answer, outcome }) => {
    if (!answer || !outcome || answer.certainty === null) return [];
    if (answer.certainty === 'guessing' && answer.chance === null) return [];
    return [{ certainty: answer.certainty, chance: answer.chance ?? 0, correct: outcome.correct }];
  });
  const calibration = calibrationOf(predictions);
  const right = predictions.filter(({ correct }) => correct).length / predictions.length;
  return {
    mean_certainty: calibration && calibration.bias + right,
    certainty_bias: calibration?.bias ?? null,
    brier: calibration?.brier ?? null,
  };
}

function judgementsOf(counted: GradedAttempt | null) {
  const { accepted, rejected } = discernmentOf((counted?.responses ?? []).flatMap(judgementOf));
  const share = ({ hits, n }: Count) => (n === 0 ? null : hits / n);
  return { supported_accepted: share(accepted), unsupported_rejected: share(rejected) };
}

/** What a claim was taken for; nothing where the item judges none. */
function judgementOf({ item, answer }: GradedResponse) {
  if (!answer || (item?.type !== 'verdict' && item?.type !== 'verdict-with-evidence')) return [];
  const response = rulesFor(item).restore(answer.response) as JudgedResponse | null;
  return response ? [{ key: item.key, given: response.label }] : [];
}
