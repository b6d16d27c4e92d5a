import type { Classroom } from '../../quiz/classroom.ts';
import { isLearnerId, type InstructorId } from '../../quiz/ids.ts';
import type { Learner } from '../../quiz/learner.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { findLedClass } from './led-class.ts';

/** Which learner of which class, and which instructor's browser asks. */
export interface WhichLearner {
  readonly classId: string;
  readonly learnerId: string;
  readonly instructor: InstructorId | null;
}

/** A learner of a class that this browser leads; null for any other. */
export async function findLedLearner(
  context: Pick<AttemptContext, 'store' | 'now'>,
  { classId, learnerId, instructor }: WhichLearner,
): Promise<{ readonly classroom: Classroom; readonly learner: Learner } | null> {
  const classroom = await findLedClass(context, classId, instructor);
  if (!classroom || !isLearnerId(learnerId)) return null;
  const learner = await context.store.classes.findLearner(learnerId);
  return learner?.classId === classroom.id ? { classroom, learner } : null;
}
