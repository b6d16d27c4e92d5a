import type { InstructorId } from '../../quiz/ids.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { findLedAssignment } from '../classes/led-class.ts';
import { previewCorrection, type CorrectionPreview } from './preview-correction.ts';
import { pupilNames } from './pupil-names.ts';

/** A correction to take back, and who asks for it. */
export interface TakenBack {
  readonly assignmentId: string;
  readonly rescoreId: string;
  readonly instructor: InstructorId | null;
  readonly isNamed: boolean;
}

/** Shows what taking a correction back would do; null where none of this assignment is meant. */
export async function tryTakingBack(
  context: AttemptContext,
  { assignmentId, rescoreId, instructor, isNamed }: TakenBack,
): Promise<CorrectionPreview | null> {
  const led = await findLedAssignment(context, assignmentId, instructor);
  if (!led) return null;
  const held = await context.store.classes.listRescores(led.assignment.id);
  const left = held.filter(({ id, withdrawnAt }) => id !== rescoreId || withdrawnAt !== null);
  if (left.length === held.length) return null;
  const learners = await context.store.classes.listLearners(led.classroom.id);
  return previewCorrection(context, led, left, pupilNames(learners, isNamed, context.say));
}

/** Takes a correction back; it stays on the record. False where none of this assignment is meant. */
export async function takeBackCorrection(
  context: AttemptContext,
  { assignmentId, rescoreId, instructor }: TakenBack,
): Promise<boolean> {
  const led = await findLedAssignment(context, assignmentId, instructor);
  if (!led) return false;
  return context.store.classes.withdrawRescore(rescoreId, led.assignment.id, context.now());
}
