import { rulesFor } from '../../item-types/rules.ts';
import type { Assignment } from '../../quiz/assignment.ts';
import type { Classroom } from '../../quiz/classroom.ts';
import type { ClassId, ItemId } from '../../quiz/ids.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { joinAssignment } from './led-class.ts';

/** How much of each kind a class holds: what goes with it. */
export interface ClassContents {
  readonly learners: number;
  readonly assignments: number;
  readonly attempts: number;
  readonly answers: number;
  /** Answers to questions that were asked again. */
  readonly votes: number;
  /** Of scores, those taken back too. */
  readonly corrections: number;
  readonly reports: number;
}

/** Counts what a class holds; attempts by which an instructor tried it out are not among it. */
export async function countContents(
  { store }: Pick<AttemptContext, 'store'>,
  classId: ClassId,
): Promise<ClassContents> {
  const { classes } = store;
  const assignments = await classes.listAssignments(classId);
  const lists = await Promise.all(assignments.map(({ id }) => classes.listClassAttempts(id)));
  const attempts = lists.flat();
  const rescores = await Promise.all(assignments.map(({ id }) => classes.listRescores(id)));
  return {
    learners: (await classes.listLearners(classId)).length,
    assignments: assignments.length,
    attempts: attempts.length,
    answers: attempts.reduce((sum, { answered }) => sum + answered, 0),
    votes: await classes.countVotes(classId),
    corrections: rescores.flat().length,
    reports: (await classes.listClassReports(classId)).length,
  };
}

/** How many questions of a class are answered in learners' own words. */
export async function countOwnWords(
  context: Pick<AttemptContext, 'store' | 'library'>,
  classroom: Classroom,
): Promise<number> {
  const assignments = await context.store.classes.listAssignments(classroom.id);
  return assignments.flatMap((each) => freeTextItems(context, classroom, each)).length;
}

/**
 * The items of an assignment that learners answer in their own words. An item that is not served any
 * more is among them, since nobody can tell.
 */
export function freeTextItems(
  context: Pick<AttemptContext, 'library'>,
  classroom: Classroom,
  assignment: Assignment,
): ItemId[] {
  const { items } = joinAssignment(context, classroom, assignment);
  const fixed = items.filter((item) => !rulesFor(item).tabled.isFreeText);
  const fixedIds = new Set(fixed.map(({ id }) => id));
  return assignment.itemIds.filter((id) => !fixedIds.has(id));
}
