import { readLearnerList, sayListFault } from '../../formats/learner-list.ts';
import type { InstructorId, LearnerId } from '../../quiz/ids.ts';
import { makeCode, rejoinCodeLength } from '../../quiz/join-code.ts';
import { foldedName, type Learner } from '../../quiz/learner.ts';
import { storedText } from '../storage/stored-text.ts';
import type { ClassContext } from './class-context.ts';
import { findLedClass } from './led-class.ts';

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
  const names = new Set(there.map(({ displayName }) => foldedName(displayName)));
  const reading = readLearnerList(storedText(text), ({ displayName }) =>
    names.has(foldedName(displayName)),
  );
  if (!reading.ok) {
    return { kind: 'refused', faults: reading.faults.map((fault) => sayListFault(fault, say)) };
  }
  const n = reading.learners.length;
  if (there.length + n > classLimit) {
    const room = Math.max(0, classLimit - there.length);
    return { kind: 'refused', faults: [say('learners.full', { n, room, most: classLimit })] };
  }
  const codes = new Set(there.map(({ rejoinCode }) => rejoinCode));
  const learners = reading.learners.map((each): Learner => ({
    ...each,
    id: `lrn_${context.randomText(26)}` as LearnerId,
    classId: classroom.id,
    rejoinCode: freshCode(context, codes),
    createdAt: context.now(),
    joinedAt: null,
  }));
  if (await store.classes.addLearners(learners, classLimit)) {
    return { kind: 'added', said: say('learners.added', { n }) };
  }
  // Somebody joined meanwhile: what is free now decides.
  return addLearners(context, classId, instructor, text);
}

function freshCode(context: ClassContext, taken: Set<string>): string {
  const code = makeCode(rejoinCodeLength, context.randomText);
  if (taken.has(code)) return freshCode(context, taken);
  taken.add(code);
  return code;
}
