import { rescoredOutcome } from '../../quiz/rescore.ts';
import type { Assignment } from '../../quiz/assignment.ts';
import type { Classroom } from '../../quiz/classroom.ts';
import type { InstructorId, LearnerId } from '../../quiz/ids.ts';
import { makeCode, rejoinCodeLength } from '../../quiz/join-code.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { writtenResponse } from '../attempts/rescored-answer.ts';
import { makeAttemptId } from '../attempts/sitting.ts';
import type { Anonymous, FreeText } from '../storage/class-store.ts';
import type { Answer } from '../storage/store.ts';
import { freeTextItems } from './class-contents.ts';
import { findLedClass, joinAssignment } from './led-class.ts';

/**
 * Takes out of a class what tells who its learners are; false where this browser does not lead it.
 * What they chose, and on which day, stays.
 */
export async function anonymiseClass(
  context: AttemptContext,
  classId: string,
  instructor: InstructorId | null,
): Promise<boolean> {
  const classroom = await findLedClass(context, classId, instructor);
  if (!classroom) return false;
  const { classes } = context.store;
  const assignments = await classes.listAssignments(classroom.id);
  const freeText: FreeText[] = [];
  for (const each of assignments) freeText.push(await readFreeText(context, classroom, each));
  const names = await makeNames(context, classroom);
  await classes.anonymiseClass(classroom.id, names, freeText, () => ({
    id: makeAttemptId(context),
    seed: context.randomText(26),
  }));
  return true;
}

/** New names in an order that follows from chance: the old order, by name, would tell too much. */
async function makeNames(
  { randomText, say, store }: AttemptContext,
  classroom: Classroom,
): Promise<Anonymous[]> {
  const learners = await store.classes.listLearners(classroom.id);
  const digits = Math.max(2, String(learners.length).length);
  return learners
    .map(({ id: was }) => ({ was, id: `lrn_${randomText(26)}` as LearnerId }))
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ was, id }, index) => ({
      was,
      id,
      displayName: say('learners.plainName', {
        number: String(index + 1).padStart(digits, '0'),
      }),
      rejoinCode: makeCode(rejoinCodeLength, randomText),
    }));
}

/** Whose words go; what a correction accepts is noted down as right before. */
async function readFreeText(
  context: AttemptContext,
  classroom: Classroom,
  assignment: Assignment,
): Promise<FreeText> {
  const { classes } = context.store;
  const itemIds = freeTextItems(context, classroom, assignment);
  const own = new Set(itemIds);
  const rescores = (await classes.listRescores(assignment.id)).filter(
    ({ itemId, kind }) => own.has(itemId) && kind === 'accept',
  );
  if (rescores.length === 0) return { assignmentId: assignment.id, itemIds, accepted: [] };
  const { items } = joinAssignment(context, classroom, assignment);
  const itemOf = new Map(items.map((item) => [item.id, item]));
  const isAccepted = (answer: Answer): boolean => {
    const item = itemOf.get(answer.itemId);
    if (!item || !own.has(item.id)) return false;
    const written = writtenResponse(item, answer.response);
    const outcome = rescoredOutcome(rescores, item.id, written, answer);
    return outcome !== null && outcome.points > answer.points;
  };
  const accepted: FreeText['accepted'][number][] = [];
  for (const { attempt } of await classes.listClassAttempts(assignment.id)) {
    for (const answer of await classes.listAnswersOf([attempt.id])) {
      const { attemptId, itemId } = answer;
      if (isAccepted(answer)) accepted.push({ attemptId, itemId });
    }
  }
  return { assignmentId: assignment.id, itemIds, accepted };
}
