import { isOpen, type Allowance, type Assignment } from '../../quiz/assignment.ts';
import type { Classroom } from '../../quiz/classroom.ts';
import type { AssignmentId, InstructorId, LearnerId } from '../../quiz/ids.ts';
import { shownCode } from '../../quiz/join-code.ts';
import type { Learner, LearnerNames } from '../../quiz/learner.ts';
import type { AttemptContext } from '../attempts/context.ts';
import type { ClassAttempt } from '../storage/class-store.ts';
import { whoFinished } from './is-finished.ts';
import { findLedClass } from './led-class.ts';
import { zonedDate } from './zoned-time.ts';

/** How far a learner is with an assignment. */
export type Progress = 'none' | 'working' | 'done' | 'unfinished';

/** An assignment as the table of learners names it. */
export interface NamedAssignment extends Pick<Assignment, 'id' | 'title'> {
  readonly isOpen: boolean;
}

/** What one learner gets beyond the others, in the class's time. */
export interface ShownAllowance {
  readonly assignmentId: AssignmentId;
  readonly extraAttempts: number;
  /** Its UTC day and hour are those of the class's zone; null where no more time was granted. */
  readonly until: Date | null;
}

/** A learner as the instructor sees one. */
export interface ShownLearner extends LearnerNames {
  readonly id: LearnerId;
  /** The rejoin code in threes. */
  readonly code: string;
  readonly isJoined: boolean;
  /** In the order of the assignments. */
  readonly progress: readonly Progress[];
  /** What would go with the learner. */
  readonly attempts: number;
  readonly answers: number;
  readonly allowances: readonly ShownAllowance[];
}

/** The learners of a class by name, and its assignments, newest first. */
export interface ShownLearners {
  readonly classroom: Classroom;
  readonly assignments: readonly NamedAssignment[];
  readonly learners: readonly ShownLearner[];
}

interface Given {
  readonly assignment: Assignment;
  readonly allowances: readonly Allowance[];
  readonly attempts: ReadonlyMap<string, readonly ClassAttempt[]>;
  /** The learners who have finished an attempt. */
  readonly finished: ReadonlySet<string>;
}

/** The table of learners; null where this browser does not lead the class. */
export async function showLearners(
  context: AttemptContext,
  classId: string,
  instructor: InstructorId | null,
): Promise<ShownLearners | null> {
  const classroom = await findLedClass(context, classId, instructor);
  if (!classroom) return null;
  const { classes } = context.store;
  const assignments = await classes.listAssignments(classroom.id);
  const given = await Promise.all(assignments.map((each) => readGiven(context, each)));
  const learners = await classes.listLearners(classroom.id);
  const nowMs = context.now();
  return {
    classroom,
    assignments: assignments.map((each) => ({
      id: each.id,
      title: each.title,
      isOpen: isOpen(each, nowMs),
    })),
    learners: learners.map((learner) => shownLearner(learner, given, classroom, nowMs)),
  };
}

async function readGiven(context: AttemptContext, assignment: Assignment): Promise<Given> {
  const { classes } = context.store;
  const listed = await classes.listClassAttempts(assignment.id);
  return {
    assignment,
    allowances: await classes.listAllowances(assignment.id),
    attempts: Map.groupBy(listed, ({ attempt }) => attempt.owner as string),
    finished: await whoFinished(context, listed),
  };
}

function shownLearner(
  learner: Learner,
  given: readonly Given[],
  { timeZone }: Classroom,
  nowMs: number,
): ShownLearner {
  const { id, rejoinCode, joinedAt, displayName, firstName, lastName, email, studentNumber } =
    learner;
  const attempts = given.flatMap((each) => each.attempts.get(id) ?? []);
  const allowances = given.flatMap((each) => allowanceOf(each, id) ?? []);
  return {
    id,
    displayName,
    firstName,
    lastName,
    email,
    studentNumber,
    code: shownCode(rejoinCode),
    isJoined: joinedAt !== null,
    progress: given.map((each) => progressOf(each, id, nowMs)),
    attempts: attempts.length,
    answers: attempts.reduce((sum, { answered }) => sum + answered, 0),
    allowances: allowances.map(({ assignmentId, extraAttempts, until }) => ({
      assignmentId,
      extraAttempts,
      until: until === null ? null : zonedDate(until, timeZone),
    })),
  };
}

function allowanceOf({ allowances }: Given, id: LearnerId): Allowance | null {
  const own = allowances.find(({ learnerId }) => learnerId === id);
  return own && (own.extraAttempts > 0 || own.until !== null) ? own : null;
}

function progressOf(given: Given, id: LearnerId, nowMs: number): Progress {
  if (!given.attempts.has(id)) return 'none';
  if (given.finished.has(id)) return 'done';
  return isOpen(given.assignment, nowMs, allowanceOf(given, id)) ? 'working' : 'unfinished';
}
