import type { Classroom } from '../../quiz/classroom.ts';
import type { InstructorId } from '../../quiz/ids.ts';
import type { AttemptContext } from '../attempts/context.ts';
import type { Store } from '../storage/store.ts';
import { countContents, type ClassContents } from './class-contents.ts';
import { findLedClass } from './led-class.ts';

/** A class and how much it holds; null where this browser does not lead it. */
export async function showContents(
  context: AttemptContext,
  classId: string,
  instructor: InstructorId | null,
): Promise<{ readonly classroom: Classroom; readonly contents: ClassContents } | null> {
  const classroom = await findLedClass(context, classId, instructor);
  return classroom && { classroom, contents: await countContents(context, classroom) };
}

/** Deletes a class with everything in it and says what went; null where this browser does not lead it. */
export async function deleteClass(
  context: AttemptContext,
  classId: string,
  instructor: InstructorId | null,
): Promise<ClassContents | null> {
  const shown = await showContents(context, classId, instructor);
  if (!shown) return null;
  const erased = await context.store.classes.eraseClass(shown.classroom.id);
  return { ...shown.contents, ...erased };
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
