import type { Assignment } from '../../quiz/assignment.ts';
import type { Classroom } from '../../quiz/classroom.ts';
import { isAssignmentId, isClassId, type InstructorId } from '../../quiz/ids.ts';
import type { Bank, Item } from '../../quiz/item.ts';
import type { AttemptContext } from '../attempts/context.ts';

/** An assignment joined with its class and bank: for its instructor only, since it holds the keys. */
export interface LedAssignment {
  readonly classroom: Classroom;
  readonly assignment: Assignment;
  /** Null while its bank is not served. */
  readonly bank: Bank | null;
  /** Its items in the order of the assignment; one that was withdrawn since is left out. */
  readonly items: readonly Item[];
}

/**
 * The class that this browser leads; null where the id is malformed, unknown, or another
 * instructor's, and where the class is past its end and about to be deleted. Every page and action of
 * an instructor goes through here or {@link findLedAssignment}: this is the guard.
 */
export async function findLedClass(
  { store, now }: Pick<AttemptContext, 'store' | 'now'>,
  classId: string,
  instructor: InstructorId | null,
): Promise<Classroom | null> {
  if (instructor === null || !isClassId(classId)) return null;
  const classroom = await store.classes.findClass(classId, instructor);
  return classroom && now() < classroom.endsAt ? classroom : null;
}

/** The assignment of a class that this browser leads; null as with {@link findLedClass}. */
export async function findLedAssignment(
  context: Pick<AttemptContext, 'store' | 'library' | 'now'>,
  assignmentId: string,
  instructor: InstructorId | null,
): Promise<LedAssignment | null> {
  if (instructor === null || !isAssignmentId(assignmentId)) return null;
  const assignment = await context.store.classes.findAssignment(assignmentId);
  const classroom = assignment && (await findLedClass(context, assignment.classId, instructor));
  return classroom && joinAssignment(context, classroom, assignment);
}

/** Joins an assignment with its bank's items. */
export function joinAssignment(
  { library }: Pick<AttemptContext, 'library'>,
  classroom: Classroom,
  assignment: Assignment,
): LedAssignment {
  const bank = library.banks.get(assignment.bankId) ?? null;
  return { classroom, assignment, bank, items: itemsOf({ library }, assignment) };
}

/** The items of an assignment in its order; one that was withdrawn since is left out. */
export function itemsOf(
  { library }: Pick<AttemptContext, 'library'>,
  { bankId, itemIds }: Assignment,
): readonly Item[] {
  const itemOf = new Map(library.banks.get(bankId)?.items.map((item) => [item.id, item]));
  return itemIds.flatMap((id) => itemOf.get(id) ?? []);
}
