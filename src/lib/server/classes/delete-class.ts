import type { Classroom } from '../../quiz/classroom.ts';
import type { InstructorId } from '../../quiz/ids.ts';
import type { AttemptContext } from '../attempts/context.ts';
import type { Store } from '../storage/store.ts';
import { countContents, countOwnWords, type ClassContents } from './class-contents.ts';
import { findLedClass } from './led-class.ts';

/** A class, how much it holds, and how many of its questions are answered in own words. */
export interface ShownContents {
  readonly classroom: Classroom;
  readonly contents: ClassContents;
  readonly ownWords: number;
}

/** A class and how much it holds; null where this browser does not lead it. */
export async function showContents(
  context: AttemptContext,
  classId: string,
  instructor: InstructorId | null,
): Promise<ShownContents | null> {
  const classroom = await findLedClass(context, classId, instructor);
  if (!classroom) return null;
  const contents = await countContents(context, classroom.id);
  return { classroom, contents, ownWords: await countOwnWords(context, classroom) };
}

/** Deletes a class with everything in it and says what went; null where this browser does not lead it. */
export async function deleteClass(
  context: AttemptContext,
  classId: string,
  instructor: InstructorId | null,
): Promise<ClassContents | null> {
  const classroom = await findLedClass(context, classId, instructor);
  if (!classroom) return null;
  const contents = await countContents(context, classroom.id);
  return { ...contents, ...(await context.store.classes.eraseClass(classroom.id)) };
}

/** Deletes every class past its end. */
export async function deleteEndedClasses({
  store,
  now,
}: {
  readonly store: Store;
  readonly now: () => number;
}): Promise<void> {
  await store.classes.eraseEndedClasses(now());
}
