import type { Insertable, Selectable } from 'kysely';
import type {
  Allowance,
  AskedCertainty,
  Assignment,
  AttemptRule,
  Drawn,
  Feedback,
  ShownItem,
} from '../../quiz/assignment.ts';
import type { Classroom, LearnersBy } from '../../quiz/classroom.ts';
import type { AssignmentId, BankId, ClassId, ItemId, LearnerId } from '../../quiz/ids.ts';
import { foldedName, type Learner } from '../../quiz/learner.ts';
import type { Rescore, RescoreKind } from '../../quiz/rescore.ts';
import type { ClassKeys, Vote } from './class-store.ts';
import type {
  AllowanceTable,
  AssignmentTable,
  ClassTable,
  LearnerTable,
  RescoreTable,
  VoteTable,
} from './class-tables.ts';
import { storedJson, storedText } from './stored-text.ts';

/** A class and its keys as its row. */
export function classRow(classroom: Classroom, keys: ClassKeys): Insertable<ClassTable> {
  return {
    id: classroom.id,
    name: storedText(classroom.name),
    code: classroom.code,
    link_hash: keys.linkHash,
    recovery_hash: keys.recoveryHash,
    learners_by: classroom.learnersBy,
    time_zone: classroom.timeZone,
    created_at: classroom.createdAt,
    ends_at: classroom.endsAt,
  };
}

/** A class from its row. */
export function toClass(row: Selectable<ClassTable>): Classroom {
  return {
    id: row.id as ClassId,
    name: row.name,
    code: row.code,
    learnersBy: row.learners_by as LearnersBy,
    timeZone: row.time_zone,
    createdAt: row.created_at,
    endsAt: row.ends_at,
  };
}

/** The name by which learners of a class are told apart: with the student number where there is one. */
export function namedApart({
  displayName,
  studentNumber,
}: Pick<Learner, 'displayName' | 'studentNumber'>): string {
  const name = foldedName(storedText(displayName));
  // No folded name has a line break.
  return studentNumber === null ? name : `${name}\n${foldedName(storedText(studentNumber))}`;
}

/** A learner as a row. */
export function learnerRow(learner: Learner): Insertable<LearnerTable> {
  const text = (value: string | null) => value && storedText(value);
  return {
    id: learner.id,
    class_id: learner.classId,
    display_name: storedText(learner.displayName),
    folded_name: namedApart(learner),
    first_name: text(learner.firstName),
    last_name: text(learner.lastName),
    email: text(learner.email),
    student_number: text(learner.studentNumber),
    rejoin_code: learner.rejoinCode,
    created_at: learner.createdAt,
    joined_at: learner.joinedAt,
  };
}

/** A learner from a row. */
export function toLearner(row: Selectable<LearnerTable>): Learner {
  return {
    id: row.id as LearnerId,
    classId: row.class_id as ClassId,
    displayName: row.display_name,
    firstName: row.first_name,
    lastName: row.last_name,
    email: row.email,
    studentNumber: row.student_number,
    rejoinCode: row.rejoin_code,
    createdAt: row.created_at,
    joinedAt: row.joined_at,
  };
}

/** An assignment as its row. */
export function assignmentRow(assignment: Assignment): Insertable<AssignmentTable> {
  return {
    id: assignment.id,
    class_id: assignment.classId,
    bank_id: assignment.bankId,
    title: storedText(assignment.title),
    item_ids: storedJson(assignment.itemIds),
    drawn: assignment.drawn && storedJson(assignment.drawn),
    feedback: assignment.feedback,
    attempts_allowed: assignment.attemptsAllowed,
    certainty: assignment.certainty,
    attempt_rule: assignment.attemptRule,
    pass_percent: assignment.passPercent,
    opened_at: assignment.openedAt,
    closes_at: assignment.closesAt,
    closed_at: assignment.closedAt,
    shown: assignment.shown && storedJson(assignment.shown),
  };
}

/** An assignment from its row. */
export function toAssignment(row: Selectable<AssignmentTable>): Assignment {
  return {
    id: row.id as AssignmentId,
    classId: row.class_id as ClassId,
    bankId: row.bank_id as BankId,
    title: row.title,
    itemIds: JSON.parse(row.item_ids) as ItemId[],
    drawn: row.drawn === null ? null : (JSON.parse(row.drawn) as Drawn),
    feedback: row.feedback as Feedback,
    attemptsAllowed: row.attempts_allowed,
    certainty: row.certainty as AskedCertainty,
    attemptRule: row.attempt_rule as AttemptRule,
    passPercent: row.pass_percent,
    openedAt: row.opened_at,
    closesAt: row.closes_at,
    closedAt: row.closed_at,
    shown: row.shown === null ? null : (JSON.parse(row.shown) as ShownItem),
  };
}

/** An allowance as its row. */
export function allowanceRow(allowance: Allowance): Insertable<AllowanceTable> {
  return {
    assignment_id: allowance.assignmentId,
    learner_id: allowance.learnerId,
    extra_attempts: allowance.extraAttempts,
    until: allowance.until,
  };
}

/** An allowance from its row. */
export function toAllowance(row: Selectable<AllowanceTable>): Allowance {
  return {
    assignmentId: row.assignment_id as AssignmentId,
    learnerId: row.learner_id as LearnerId,
    extraAttempts: row.extra_attempts,
    until: row.until,
  };
}

/** A correction of scores as its row. */
export function rescoreRow(rescore: Rescore): Insertable<RescoreTable> {
  return {
    id: rescore.id,
    assignment_id: rescore.assignmentId,
    item_id: rescore.itemId,
    kind: rescore.kind,
    accepted: rescore.accepted && storedText(rescore.accepted),
    reason: storedText(rescore.reason),
    created_at: rescore.createdAt,
    withdrawn_at: rescore.withdrawnAt,
  };
}

/** A correction of scores from its row. */
export function toRescore(row: Selectable<RescoreTable>): Rescore {
  return {
    id: row.id,
    assignmentId: row.assignment_id as AssignmentId,
    itemId: row.item_id as ItemId,
    kind: row.kind as RescoreKind,
    accepted: row.accepted,
    reason: row.reason,
    createdAt: row.created_at,
    withdrawnAt: row.withdrawn_at,
  };
}

/** A vote as its row. */
export function voteRow(vote: Vote): Insertable<VoteTable> {
  return {
    assignment_id: vote.assignmentId,
    item_id: vote.itemId,
    round: vote.round,
    learner_id: vote.learnerId,
    item_version: vote.itemVersion,
    response: storedJson(vote.response),
    correct: Number(vote.correct),
    voted_at: vote.votedAt,
  };
}

/** A vote from its row. */
export function toVote(row: Selectable<VoteTable>): Vote {
  return {
    assignmentId: row.assignment_id as AssignmentId,
    itemId: row.item_id as ItemId,
    round: row.round,
    learnerId: row.learner_id as LearnerId,
    itemVersion: row.item_version,
    response: JSON.parse(row.response) as unknown,
    correct: row.correct === 1,
    votedAt: row.voted_at,
  };
}
