import type { Allowance, Assignment } from '../../quiz/assignment.ts';
import type { Classroom } from '../../quiz/classroom.ts';
import { isAssignmentId, isClassId, type OwnerId } from '../../quiz/ids.ts';
import type { Learner } from '../../quiz/learner.ts';
import type { AttemptContext } from '../attempts/context.ts';

/** A learner in a class, as the browser at which the learner sits knows it. */
export interface Seat {
  readonly classroom: Classroom;
  readonly learner: Learner;
}

/** An assignment as one learner meets it. */
export interface SeatedAssignment extends Seat {
  readonly assignment: Assignment;
  readonly allowance: Allowance | null;
}

/**
 * Whom this browser sits for in a class; null where nobody came forward here. Every page and action of
 * a learner in a class goes through here or {@link findSeatedAssignment}: this is the guard.
 */
export async function findSeat(
  { store }: Pick<AttemptContext, 'store'>,
  classId: string,
  owner: OwnerId | null,
): Promise<Seat | null> {
  if (owner === null || !isClassId(classId)) return null;
  const learner = await store.classes.findLearnerAt(owner, classId);
  const classroom = learner && (await store.classes.findJoinedClass(owner, classId));
  return classroom && { classroom, learner };
}

/** {@link findSeat} in a class that is not past its end. */
export async function findLiveSeat(
  context: Pick<AttemptContext, 'store' | 'now'>,
  classId: string,
  owner: OwnerId | null,
): Promise<Seat | null> {
  const seat = await findSeat(context, classId, owner);
  return seat && context.now() < seat.classroom.endsAt ? seat : null;
}

/** An assignment of the learner's class, with what this learner is allowed; null as with {@link findSeat}. */
export async function findSeatedAssignment(
  context: Pick<AttemptContext, 'store'>,
  assignmentId: string,
  owner: OwnerId | null,
): Promise<SeatedAssignment | null> {
  if (owner === null || !isAssignmentId(assignmentId)) return null;
  const assignment = await context.store.classes.findAssignment(assignmentId);
  const seat = assignment && (await findSeat(context, assignment.classId, owner));
  if (!seat) return null;
  const allowance = await context.store.classes.findAllowance(assignment.id, seat.learner.id);
  return { ...seat, assignment, allowance };
}
