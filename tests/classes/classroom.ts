import { expect } from 'vitest';
import type { NewClass, OpenedClass } from '../../src/lib/server/classes/open-class.ts';
import { makeOwnerSecret, ownerOf } from '../../src/lib/server/owner.ts';
import type { AssignmentSettings } from '../../src/lib/quiz/assignment.ts';
import type { InstructorId, LearnerId, OwnerId } from '../../src/lib/quiz/ids.ts';
import { ownerOfLearner } from '../../src/lib/quiz/ids.ts';
import { makeOwner, type SittingRoom } from '../attempts/sitting-room.ts';

/** A new instructor's browser. */
export function makeInstructor(): InstructorId {
  return ownerOf(makeOwnerSecret()) as string as InstructorId;
}

export const settings: AssignmentSettings = {
  title: 'The storm',
  feedback: 'now',
  attemptsAllowed: 1,
  certainty: 'asked',
  attemptRule: 'best',
  passPercent: null,
  closesAt: null,
};

export const newClass: NewClass = {
  name: 'Class 7b',
  learnersBy: 'alias',
  timeZone: 'Europe/Vienna',
  bankId: 'storm',
  itemIds: [],
  settings,
};

/** Opens a class with the fixture bank. */
export async function openClass(
  { app }: SittingRoom,
  instructor: InstructorId,
  part: Partial<NewClass> = {},
): Promise<OpenedClass> {
  const opened = await app.teaching.openClass({ ...newClass, ...part }, instructor);
  if (!opened) throw new Error('The fixture bank can be assigned');
  return opened;
}

/** Somebody who has joined, at a browser of their own. */
export async function join(
  { clock, context, store }: SittingRoom,
  { classroom }: OpenedClass,
  displayName: string,
): Promise<{ id: LearnerId; owner: OwnerId }> {
  const owner = makeOwner();
  const id = `lrn_${context.randomText(26)}` as LearnerId;
  const learner = {
    id,
    classId: classroom.id,
    displayName,
    firstName: null,
    lastName: null,
    email: null,
    studentNumber: null,
    rejoinCode: context.randomText(6),
    createdAt: clock.now,
    joinedAt: clock.now,
  };
  expect(await store.classes.joinLearner(learner, owner, 100)).toBe(true);
  return { id, owner };
}

/** Begins an attempt for a learner and answers its first so many items, by whatever can be scored. */
export async function answerSome(
  { app, clock, store }: SittingRoom,
  { assignment }: OpenedClass,
  learner: { id: LearnerId; owner: OwnerId },
  count: number,
): Promise<void> {
  const started = await app.seats.startAssignment(assignment.id, learner.owner, null);
  if (started.kind !== 'started') throw new Error(`Not started: ${started.kind}`);
  for (const itemId of assignment.itemIds.slice(0, count)) {
    await store.insertAnswer(
      {
        attemptId: started.attemptId,
        itemId,
        itemVersion: 1,
        response: {},
        points: 0,
        maxPoints: 1,
        correct: false,
        certainty: null,
        chance: null,
        inWords: { given: '', right: '' },
        answeredAt: clock.now,
      },
      ownerOfLearner(learner.id),
    );
  }
}
