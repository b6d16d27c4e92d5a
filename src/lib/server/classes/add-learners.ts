import type { InstructorId } from '../../quiz/ids.ts';
import type { ClassContext } from './class-context.ts';
import { findLedClass } from './led-class.ts';
import { readListed } from './listed-learners.ts';

/** What became of a pasted list: taken as a whole, or not at all. */
export type AddedLearners =
  | { readonly kind: 'added'; readonly said: string }
  /** Every row that can't be taken: its line, why, and the mend. */
  | { readonly kind: 'refused'; readonly faults: readonly string[] }
  | { readonly kind: 'unknown' };

/** Adds the learners of a pasted column of names, or of an LMS export. */
export async function addLearners(
  context: ClassContext,
  classId: string,
  instructor: InstructorId | null,
  text: string,
): Promise<AddedLearners> {
  const { classLimit, say, store } = context;
  const classroom = await findLedClass(context, classId, instructor);
  if (!classroom) return { kind: 'unknown' };
  const there = await store.classes.listLearners(classroom.id);
  const list = readListed(context, classroom.id, text, there);
  if (!list.ok) return { kind: 'refused', faults: list.faults };
  const { learners } = list;
  if (await store.classes.addLearners(learners, classLimit)) {
    return { kind: 'added', said: say('learners.added', { n: learners.length }) };
  }
  // Somebody joined meanwhile: what is free now decides.
  return addLearners(context, classId, instructor, text);
}
