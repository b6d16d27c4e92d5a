import type { Certainty } from '../../quiz/certainty.ts';
import type { Marking } from '../../quiz/certainty-marks.ts';
import type { Insertable, Selectable } from 'kysely';
import type { AssignmentId, AttemptId, BankId, ClassId, ItemId, OwnerId } from '../../quiz/ids.ts';
import type { Answer, Attempt, ProblemReport } from './store.ts';
import { storedJson, storedText } from './stored-text.ts';
import type { AnswerTable, AttemptTable, ReportTable } from './tables.ts';

/** Databases differ in what they make of NaN and Infinity. */
function finite(points: number): number {
  if (Number.isFinite(points)) return points;
  throw new RangeError(`A stored number must be finite, not ${points}`);
}

/** An attempt as its row. */
export function attemptRow(attempt: Attempt): Insertable<AttemptTable> {
  return {
    id: attempt.id,
    owner: attempt.owner,
    bank_id: attempt.bankId,
    seed: attempt.seed,
    item_ids: storedJson(attempt.itemIds),
    retry_of: attempt.retryOf,
    started_at: attempt.startedAt,
    marking: attempt.marking,
    assignment_id: attempt.inClass?.assignmentId ?? null,
    attempt_no: attempt.inClass?.attemptNo ?? null,
    client_tz: attempt.inClass?.clientTz ?? null,
  };
}

/** An attempt from its row. */
export function toAttempt(row: Selectable<AttemptTable>): Attempt {
  return {
    id: row.id as AttemptId,
    owner: row.owner as OwnerId,
    bankId: row.bank_id as BankId,
    seed: row.seed,
    itemIds: JSON.parse(row.item_ids) as ItemId[],
    retryOf: row.retry_of as AttemptId | null,
    startedAt: row.started_at,
    marking: row.marking as Marking,
    inClass:
      row.assignment_id === null
        ? null
        : {
            assignmentId: row.assignment_id as AssignmentId,
            attemptNo: row.attempt_no ?? 1,
            clientTz: row.client_tz,
          },
  };
}

/** An answer as its row. */
export function answerRow(answer: Answer): Insertable<AnswerTable> {
  return {
    attempt_id: answer.attemptId,
    item_id: answer.itemId,
    item_version: answer.itemVersion,
    response: storedJson(answer.response),
    points: finite(answer.points),
    max_points: answer.maxPoints,
    correct: Number(answer.correct),
    answered_at: answer.answeredAt,
    certainty: answer.certainty === 'guessing' ? 0 : answer.certainty,
    chance: answer.chance === null ? null : finite(answer.chance),
    given: answer.inWords && storedText(answer.inWords.given),
    right_answer: answer.inWords && storedText(answer.inWords.right),
  };
}

/** An answer from its row. */
export function toAnswer(row: Selectable<AnswerTable>): Answer {
  return {
    attemptId: row.attempt_id as AttemptId,
    itemId: row.item_id as ItemId,
    itemVersion: row.item_version,
    response: JSON.parse(row.response) as unknown,
    points: row.points,
    maxPoints: row.max_points,
    correct: row.correct === 1,
    answeredAt: row.answered_at,
    certainty: row.certainty === 0 ? 'guessing' : (row.certainty as Certainty | null),
    chance: row.chance,
    inWords:
      row.given === null || row.right_answer === null
        ? null
        : { given: row.given, right: row.right_answer },
  };
}

/** A report as its row. */
export function reportRow(report: ProblemReport): Insertable<ReportTable> {
  return {
    id: report.id,
    bank_id: report.bankId,
    item_id: report.itemId,
    item_version: report.itemVersion,
    response: storedJson(report.response),
    comment: storedText(report.comment),
    created_at: report.createdAt,
    class_id: report.classId,
  };
}

/** A report from its row. */
export function toReport(row: Selectable<ReportTable>): ProblemReport {
  return {
    id: row.id,
    bankId: row.bank_id as BankId,
    itemId: row.item_id as ItemId,
    itemVersion: row.item_version,
    response: JSON.parse(row.response) as unknown,
    comment: row.comment,
    createdAt: row.created_at,
    classId: row.class_id as ClassId | null,
  };
}
