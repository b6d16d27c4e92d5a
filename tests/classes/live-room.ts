import type { AssignmentSettings } from '../../src/lib/quiz/assignment.ts';
import type {
  AssignmentId,
  AttemptId,
  InstructorId,
  LearnerId,
  OwnerId,
} from '../../src/lib/quiz/ids.ts';
import type { AttemptContext } from '../../src/lib/server/attempts/context.ts';
import { openClass, type OpenedClass } from '../../src/lib/server/classes/open-class.ts';
import { startAssignment } from '../../src/lib/server/classes/start-assignment.ts';
import { makeOwnerSecret, ownerOf } from '../../src/lib/server/owner.ts';

/** An instructor's browser, and the secret by which its cookie names it. */
export function makeInstructor(): { readonly id: InstructorId; readonly secret: string } {
  const secret = makeOwnerSecret();
  return { id: ownerOf(secret) as string as InstructorId, secret };
}

/** A class of the fixture bank. */
export async function openStormClass(
  context: Parameters<typeof openClass>[0],
  instructor: InstructorId,
  settings: Partial<AssignmentSettings> = {},
): Promise<OpenedClass> {
  const opened = await openClass(
    context,
    {
      name: 'Class 7b',
      learnersBy: 'alias',
      timeZone: 'Europe/Vienna',
      bankId: 'storm',
      itemIds: [],
      settings: {
        title: 'The storm',
        feedback: 'now',
        attemptsAllowed: 1,
        certainty: 'asked',
        attemptRule: 'best',
        passPercent: null,
        closesAt: null,
        ...settings,
      },
    },
    instructor,
  );
  if (!opened) throw new Error('The fixture bank is served');
  return opened;
}

/** Somebody in a class, at a browser. */
export interface SeatedLearner {
  readonly id: LearnerId;
  readonly owner: OwnerId;
  /** By which the browser's cookie names it. */
  readonly secret: string;
}

/** Seats a learner in a class; not joined where there is no browser yet. */
export async function seatLearner(
  { now, randomText, store }: AttemptContext,
  { classroom }: Pick<OpenedClass, 'classroom'>,
  displayName: string,
  { hasJoined = true } = {},
): Promise<SeatedLearner> {
  const secret = makeOwnerSecret();
  const owner = ownerOf(secret) as OwnerId;
  const learner = {
    id: `lrn_${randomText(26)}` as LearnerId,
    classId: classroom.id,
    displayName,
    firstName: null,
    lastName: null,
    email: null,
    studentNumber: null,
    rejoinCode: randomText(6).toUpperCase(),
    createdAt: now(),
    joinedAt: hasJoined ? now() : null,
  };
  if (!hasJoined) await store.classes.addLearners([learner], 500);
  else if (!(await store.classes.joinLearner(learner, owner, 100)))
    throw new Error(`${displayName} could not join`);
  return { id: learner.id, owner, secret };
}

/** Begins an assignment as a learner. */
export async function beginAssignment(
  context: AttemptContext,
  assignmentId: AssignmentId,
  { owner }: SeatedLearner,
): Promise<AttemptId> {
  const started = await startAssignment(context, assignmentId, owner, null);
  if (started.kind !== 'started') throw new Error(`Not begun: ${started.kind}`);
  return started.attemptId;
}
