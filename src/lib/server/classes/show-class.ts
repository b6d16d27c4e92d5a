import type { Classroom } from '../../quiz/classroom.ts';
import type { ClassId, InstructorId } from '../../quiz/ids.ts';
import { shownCode } from '../../quiz/join-code.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { listedAssignment, type ListedAssignment } from './assignment-progress.ts';
import { findLedClass } from './led-class.ts';

/** A class in the list of an instructor's browser. */
export interface ListedClass {
  readonly id: ClassId;
  readonly name: string;
  readonly createdAt: number;
  readonly joined: number;
}

/** A class as its instructor sees it. */
export interface ShownClass {
  readonly classroom: Classroom;
  /** Its join code in threes. */
  readonly code: string;
  /** Learners who have come forward. */
  readonly joined: number;
  /** Newest first. */
  readonly assignments: readonly ListedAssignment[];
}

/** What may stand on a wall: nothing of any learner but how many there are. */
export interface ProjectedClass extends Pick<ShownClass, 'code' | 'joined'> {
  readonly name: string;
  /** The join code as it stands in an address. */
  readonly plainCode: string;
  /** The newest assignment that is open; null where none is. */
  readonly title: string | null;
}

/** The classes that this browser leads, newest first. */
export async function listLedClasses(
  { store, now }: AttemptContext,
  instructor: InstructorId | null,
): Promise<ListedClass[]> {
  if (instructor === null) return [];
  const classes = (await store.classes.listClasses(instructor)).filter(
    ({ endsAt }) => now() < endsAt,
  );
  return Promise.all(
    classes.map(async ({ id, name, createdAt }) => {
      const joined = await countJoined(store, id);
      return { id, name, createdAt, joined };
    }),
  );
}

/** A class with its assignments; null where this browser does not lead it. */
export async function showClass(
  context: AttemptContext,
  classId: string,
  instructor: InstructorId | null,
): Promise<ShownClass | null> {
  const classroom = await findLedClass(context, classId, instructor);
  if (!classroom) return null;
  const assignments = await context.store.classes.listAssignments(classroom.id);
  return {
    classroom,
    code: shownCode(classroom.code),
    joined: await countJoined(context.store, classroom.id),
    assignments: await Promise.all(assignments.map((each) => listedAssignment(context, each))),
  };
}

/** A class for the projector; null where this browser does not lead it. */
export async function projectClass(
  context: AttemptContext,
  classId: string,
  instructor: InstructorId | null,
): Promise<ProjectedClass | null> {
  const shown = await showClass(context, classId, instructor);
  if (!shown) return null;
  const { classroom, code, joined, assignments } = shown;
  const title = assignments.find(({ isOpen }) => isOpen)?.title ?? null;
  return { name: classroom.name, plainCode: classroom.code, code, joined, title };
}

async function countJoined({ classes }: AttemptContext['store'], id: ClassId): Promise<number> {
  const learners = await classes.listLearners(id);
  return learners.filter(({ joinedAt }) => joinedAt !== null).length;
}
