import type { Allowance, Assignment } from '../../src/lib/quiz/assignment.ts';
import type { Classroom } from '../../src/lib/quiz/classroom.ts';
import type {
  AssignmentId,
  AttemptId,
  BankId,
  ClassId,
  InstructorId,
  ItemId,
  LearnerId,
  OwnerId,
} from '../../src/lib/quiz/ids.ts';
import { ownerOfLearner } from '../../src/lib/quiz/ids.ts';
import type { Learner } from '../../src/lib/quiz/learner.ts';
import type { Rescore } from '../../src/lib/quiz/rescore.ts';
import type { ClassKeys, Vote } from '../../src/lib/server/storage/class-store.ts';
import type { Attempt, Store } from '../../src/lib/server/storage/store.ts';
import { makeAttempt } from './make-rows.ts';

export const instructor = 'c'.repeat(64) as InstructorId;
export const colleague = 'd'.repeat(64) as InstructorId;
/** Learners that a class holds at most in these tests. */
export const limit = 30;

/** The n-th id of a kind. */
function idAt(kind: string, place: number): string {
  const letters = [...String(place).padStart(2, '0')].map((digit) => 'abcdefghij'[Number(digit)]);
  return `${kind}_${'q'.repeat(24)}${letters.join('')}`;
}

export const classId = idAt('cls', 1) as ClassId;
export const otherClassId = idAt('cls', 2) as ClassId;
export const assignmentId = idAt('asg', 1) as AssignmentId;

export const browserAt = (place: number) => String(place).padStart(64, 'e') as OwnerId;
export const learnerIdAt = (place: number) => idAt('lrn', place) as LearnerId;
export const attemptIdAt = (place: number) => idAt('att', place) as AttemptId;

export function makeClass(part: Partial<Classroom> = {}): Classroom {
  return {
    id: classId,
    name: 'Class 4b',
    code: 'BCDFGHJKM',
    learnersBy: 'alias',
    timeZone: 'Europe/Vienna',
    createdAt: 1000,
    endsAt: 900_000,
    ...part,
  };
}

export function makeKeys(part: Partial<ClassKeys> = {}): ClassKeys {
  return { linkHash: '1'.repeat(64), recoveryHash: '2'.repeat(64), ...part };
}

export function makeOtherClass(part: Partial<Classroom> = {}): Classroom {
  return makeClass({ id: otherClassId, code: 'MKJHGFDCB', createdAt: 2000, ...part });
}

export const otherKeys = makeKeys({ linkHash: '3'.repeat(64), recoveryHash: '4'.repeat(64) });

export function makeClassAssignment(part: Partial<Assignment> = {}): Assignment {
  return {
    id: assignmentId,
    classId,
    bankId: 'storm' as BankId,
    title: 'The storm',
    itemIds: ['repairs', 'households'] as ItemId[],
    feedback: 'now',
    attemptsAllowed: null,
    certainty: 'asked',
    attemptRule: 'best',
    passPercent: null,
    drawn: null,
    openedAt: 1000,
    closesAt: null,
    closedAt: null,
    shown: null,
    ...part,
  };
}

const signs = 'BCDFGHJKMNPQRSTVWXYZ3467';

/** The n-th learner: listed, with a code of its own. */
export function makeLearner(place: number, part: Partial<Learner> = {}): Learner {
  return {
    id: learnerIdAt(place),
    classId,
    displayName: `Learner ${String(place).padStart(2, '0')}`,
    firstName: null,
    lastName: null,
    email: null,
    studentNumber: null,
    rejoinCode: `BBBB${signs[Math.floor(place / 24)] ?? ''}${signs[place % 24] ?? ''}`,
    createdAt: 1500,
    joinedAt: null,
    ...part,
  };
}

/** The n-th learner, who has come forward. */
export function makeJoined(place: number, part: Partial<Learner> = {}): Learner {
  return makeLearner(place, { joinedAt: 1500, ...part });
}

export function makeAllowance(part: Partial<Allowance> = {}): Allowance {
  return { assignmentId, learnerId: learnerIdAt(1), extraAttempts: 1, until: 5000, ...part };
}

export function makeRescore(part: Partial<Rescore> = {}): Rescore {
  return {
    id: 'res_1',
    assignmentId,
    itemId: 'repairs' as ItemId,
    kind: 'accept',
    accepted: 'a',
    reason: 'Both are in the text.',
    createdAt: 4000,
    withdrawnAt: null,
    ...part,
  };
}

export function makeVote(part: Partial<Vote> = {}): Vote {
  return {
    assignmentId,
    itemId: 'repairs' as ItemId,
    round: 1,
    learnerId: learnerIdAt(1),
    itemVersion: 1,
    response: { option: 'b' },
    correct: true,
    votedAt: 4000,
    ...part,
  };
}

/** The n-th learner's attempt in the assignment. */
export function makeClassAttempt(place: number, part: Partial<Attempt> = {}): Attempt {
  return makeAttempt({
    id: attemptIdAt(place),
    owner: ownerOfLearner(learnerIdAt(place)),
    inClass: { assignmentId, attemptNo: 1, clientTz: 'Europe/Vienna' },
    startedAt: 2000,
    ...part,
  });
}

/** Stores a class with one assignment, led by {@link instructor}, and so many learners who joined. */
export async function fillClass(store: Store, learners = 0): Promise<void> {
  await store.classes.createClass(makeClass(), makeKeys(), instructor, makeClassAssignment());
  for (let place = 1; place <= learners; place += 1) {
    await store.classes.joinLearner(makeJoined(place), browserAt(place), limit);
  }
}
