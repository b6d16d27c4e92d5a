import { rulesFor } from '../../item-types/rules.ts';
import type { Assignment } from '../../quiz/assignment.ts';
import type { Classroom } from '../../quiz/classroom.ts';
import type { ItemId } from '../../quiz/ids.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { joinAssignment } from './led-class.ts';

/** How much of each kind a class holds: what goes with it, or is anonymised. */
export interface ClassContents {
  readonly learners: number;
  readonly assignments: number;
  readonly attempts: number;
  readonly answers: number;
  readonly reports: number;
  /** Questions that learners answer in their own words. */
  readonly ownWords: number;
}

/** Counts what a class holds. */
export async function countContents(
  context: Pick<AttemptContext, 'store' | 'library'>,
  classroom: Classroom,
): Promise<ClassContents> {
  const { classes } = context.store;
  const learners = await classes.listLearners(classroom.id);
  const assignments = await classes.listAssignments(classroom.id);
  const lists = await Promise.all(assignments.map(({ id }) => classes.listClassAttempts(id)));
  const attempts = lists.flat();
  const reports = await classes.listClassReports(classroom.id);
  const own = assignments.flatMap((each) => freeTextItems(context, classroom, each));
  return {
    learners: learners.length,
    assignments: assignments.length,
    attempts: attempts.length,
    answers: attempts.reduce((sum, { answered }) => sum + answered, 0),
    reports: reports.length,
    ownWords: own.length,
  };
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
  const fixed = new Set(
    items.filter((item) => !rulesFor(item).tabled.isFreeText).map(({ id }) => id),
  );
  return assignment.itemIds.filter((id) => !fixed.has(id));
}
