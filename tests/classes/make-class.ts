import type { AssignmentSettings } from '../../src/lib/quiz/assignment.ts';
import type { Classroom, LearnersBy } from '../../src/lib/quiz/classroom.ts';
import type { ClassId, InstructorId, LearnerId } from '../../src/lib/quiz/ids.ts';
import type { Learner } from '../../src/lib/quiz/learner.ts';
import type { Assignment } from '../../src/lib/quiz/assignment.ts';
import { openClass } from '../../src/lib/server/classes/open-class.ts';
import { makeOwnerSecret, ownerOf } from '../../src/lib/server/owner.ts';
import { randomText } from '../../src/lib/server/random-text.ts';

export const instructor = ownerOf(makeOwnerSecret()) as string as InstructorId;

const settings: AssignmentSettings = {
  title: 'The storm',
  feedback: 'now',
  attemptsAllowed: 1,
  certainty: 'off',
  attemptRule: 'first',
  passPercent: null,
  closesAt: null,
};

/** A class of the fixture bank with its first assignment. */
export async function makeClass(
  context: Parameters<typeof openClass>[0],
  {
    learnersBy = 'alias',
    itemIds = ['repairs', 'households'],
    ...chosen
  }: Partial<AssignmentSettings> & { learnersBy?: LearnersBy; itemIds?: readonly string[] } = {},
): Promise<{ classroom: Classroom; assignment: Assignment }> {
  const opened = await openClass(
    context,
    {
      name: 'Class 7b',
      learnersBy,
      timeZone: 'Europe/Vienna',
      bankId: 'storm',
      itemIds,
      settings: { ...settings, ...chosen },
    },
    instructor,
  );
  if (!opened) throw new Error('The fixture bank is there');
  return opened;
}

/** A learner of a list whom nobody has come forward as. */
export function makeListed(classId: ClassId, name: string, studentNumber: string | null): Learner {
  return {
    id: `lrn_${randomText(26)}` as LearnerId,
    classId,
    displayName: name,
    firstName: null,
    lastName: null,
    email: null,
    studentNumber,
    rejoinCode: randomText(6).toUpperCase(),
    createdAt: 1,
    joinedAt: null,
  };
}
