import { isOpen, type Assignment, type AssignmentSettings } from '../../quiz/assignment.ts';
import type { AssignmentId, InstructorId } from '../../quiz/ids.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { countProgress, type AssignmentProgress } from './assignment-progress.ts';
import { findLedAssignment, findLedClass, type LedAssignment } from './led-class.ts';
import { makeAssignment, type NewClass } from './open-class.ts';

/** An assignment as its instructor settles it: no key, no learner. */
export interface ShownAssignment extends AssignmentProgress {
  readonly classroom: LedAssignment['classroom'];
  readonly assignment: Assignment;
  readonly bankTitle: string;
  /** Of the items, in order. */
  readonly stems: readonly string[];
  readonly language: string | null;
  readonly isOpen: boolean;
}

/** An assignment with its settings; null where this browser does not lead its class. */
export async function showAssignment(
  context: AttemptContext,
  assignmentId: string,
  instructor: InstructorId | null,
): Promise<ShownAssignment | null> {
  const led = await findLedAssignment(context, assignmentId, instructor);
  if (!led) return null;
  const { assignment, bank, classroom, items } = led;
  return {
    classroom,
    assignment,
    bankTitle: bank?.title ?? assignment.bankId,
    stems: items.map(({ stem }) => stem),
    language: bank?.language ?? null,
    isOpen: isOpen(assignment, context.now()),
    ...(await countProgress(context, assignment.id)),
  };
}

/** Adds an assignment to a class; null where the class is not led, or nothing of it is served. */
export async function addAssignment(
  context: AttemptContext,
  classId: string,
  given: Pick<NewClass, 'bankId' | 'itemIds' | 'settings'>,
  instructor: InstructorId | null,
): Promise<Assignment | null> {
  const classroom = await findLedClass(context, classId, instructor);
  const assignment = classroom && makeAssignment(context, classroom.id, given);
  if (assignment) await context.store.classes.createAssignment(assignment);
  return assignment;
}

/** Changes what an instructor chose; false where this browser does not lead the class. */
export async function changeAssignment(
  context: AttemptContext,
  assignmentId: string,
  settings: AssignmentSettings,
  instructor: InstructorId | null,
): Promise<boolean> {
  const led = await findLedAssignment(context, assignmentId, instructor);
  if (!led) return false;
  await context.store.classes.updateAssignment(led.assignment.id, settings);
  return true;
}

/**
 * Takes no more answers from anybody, whoever was granted more time, and ends the vote that is on;
 * false where not led.
 */
export async function closeAssignment(
  context: AttemptContext,
  assignmentId: string,
  instructor: InstructorId | null,
): Promise<boolean> {
  const led = await findLedAssignment(context, assignmentId, instructor);
  if (!led) return false;
  const { id, shown } = led.assignment;
  await context.store.classes.closeAssignment(id, context.now());
  if (shown?.stage === 'voting') await context.store.classes.updateAssignment(id, { shown: null });
  return true;
}

/** Takes answers again, without a closing time where that has passed; false where not led. */
export async function reopenAssignment(
  context: AttemptContext,
  assignmentId: string,
  instructor: InstructorId | null,
): Promise<boolean> {
  const led = await findLedAssignment(context, assignmentId, instructor);
  if (!led) return false;
  const { closesAt, id } = led.assignment;
  const isPast = closesAt !== null && closesAt <= context.now();
  const changes = { closedAt: null, closesAt: isPast ? null : closesAt };
  await context.store.classes.updateAssignment(id, changes);
  return true;
}

/** Deletes an assignment with all that was answered in it; gives its class, or null where not led. */
export async function deleteAssignment(
  context: AttemptContext,
  assignmentId: string,
  instructor: InstructorId | null,
): Promise<{ readonly classId: string; readonly answers: number } | null> {
  const led = await findLedAssignment(context, assignmentId, instructor);
  if (!led) return null;
  const id: AssignmentId = led.assignment.id;
  const { answers } = await context.store.classes.eraseAssignment(id);
  return { classId: led.classroom.id, answers };
}
