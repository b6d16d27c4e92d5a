import { readLearnerList, sayListFault } from '../../formats/learner-list.ts';
import type { ClassId, LearnerId } from '../../quiz/ids.ts';
import { makeCode, rejoinCodeLength } from '../../quiz/join-code.ts';
import { foldedName, type Learner } from '../../quiz/learner.ts';
import { storedText } from '../storage/stored-text.ts';
import type { ClassContext } from './class-context.ts';

/** The learners of a list, not yet stored, or every fault of it in words. */
export type Listed =
  | { readonly ok: true; readonly learners: readonly Learner[] }
  | { readonly ok: false; readonly faults: readonly string[] };

/** Reads a pasted column of names, or an LMS export, for a class that has these learners already. */
export function readListed(
  context: Pick<ClassContext, 'classLimit' | 'now' | 'randomText' | 'say'>,
  classId: ClassId,
  text: string,
  there: readonly Learner[],
): Listed {
  const { classLimit, say } = context;
  const reading = readLearnerList(storedText(text), takenIn(there));
  if (!reading.ok)
    return { ok: false, faults: reading.faults.map((each) => sayListFault(each, say)) };
  const n = reading.learners.length;
  if (there.length + n > classLimit) {
    const room = Math.max(0, classLimit - there.length);
    return { ok: false, faults: [say('learners.full', { n, room, most: classLimit })] };
  }
  const codes = new Set(there.map(({ rejoinCode }) => rejoinCode));
  const learners = reading.learners.map((each): Learner => ({
    ...each,
    id: `lrn_${context.randomText(26)}` as LearnerId,
    classId,
    rejoinCode: freshCode(context, codes),
    createdAt: context.now(),
    joinedAt: null,
  }));
  return { ok: true, learners };
}

/** What of a learner one of these has: the name, or the student number. */
function takenIn(
  there: readonly Learner[],
): (learner: Pick<Learner, 'displayName' | 'studentNumber'>) => 'name' | 'number' | null {
  const names = new Set(there.map(({ displayName }) => foldedName(displayName)));
  const numbers = new Set(there.map(({ studentNumber }) => foldedName(studentNumber ?? '')));
  numbers.delete('');
  return ({ displayName, studentNumber }) => {
    if (names.has(foldedName(displayName))) return 'name';
    return numbers.has(foldedName(studentNumber ?? '')) ? 'number' : null;
  };
}

function freshCode(context: Pick<ClassContext, 'randomText'>, taken: Set<string>): string {
  const code = makeCode(rejoinCodeLength, context.randomText);
  if (taken.has(code)) return freshCode(context, taken);
  taken.add(code);
  return code;
}
