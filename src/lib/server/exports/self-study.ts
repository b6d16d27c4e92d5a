import type { Assignment } from '../../quiz/assignment.ts';
import type { Classroom } from '../../quiz/classroom.ts';
import {
  ownerOfLearner,
  type AssignmentId,
  type BankId,
  type ClassId,
  type LearnerId,
  type OwnerId,
} from '../../quiz/ids.ts';
import type { Learner } from '../../quiz/learner.ts';
import type { LedAssignment } from '../classes/led-class.ts';
import type { Library } from '../content/library.ts';
import type { Attempt, Store } from '../storage/store.ts';
import { newIds } from './anonymous-row.ts';

/** Attempts outside classes stand in files as those of a class without id or name. */
const noClass: Classroom = {
  ...{ id: '' as ClassId, name: '', code: '', learnersBy: 'alias' },
  ...{ timeZone: 'UTC', createdAt: 0, endsAt: 0 },
};
const noAssignment = '' as AssignmentId;

/** True for what stands in the place of a class outside classes. */
export function isSelfStudy({ id }: Pick<Classroom, 'id'>): boolean {
  return id === noClass.id;
}

/** A bank as everybody may try it: all of its items, as often as one likes, the best attempt first. */
export function selfStudyOf({ banks }: Pick<Library, 'banks'>, bankId: BankId): LedAssignment {
  const bank = banks.get(bankId) ?? null;
  const items = bank?.items ?? [];
  const assignment: Assignment = {
    ...{ id: noAssignment, classId: noClass.id, bankId, title: bank?.title ?? bankId },
    ...{ itemIds: items.map(({ id }) => id), openedAt: 0, closedAt: null, closesAt: null },
    ...{ feedback: 'now', certainty: 'asked', attemptRule: 'best' },
    ...{ attemptsAllowed: null, passPercent: null, drawn: null, shown: null },
  };
  return { classroom: noClass, assignment, bank, items };
}

/**
 * The store with the browsers at which a bank was tried outside classes in the place of a class's
 * learners. They have no names, and ids that are the same in every export and tell of no other.
 */
export function selfStudyStore(store: Store, bankId: BankId): Store {
  const { selfStudy } = store;
  const newIdOf = newIds('self-study');
  const ownerOf = new Map<LearnerId, OwnerId>();
  const learnerOf = (owner: OwnerId): Learner => {
    const id = newIdOf(`lrn_${owner}`) as LearnerId;
    ownerOf.set(id, owner);
    return browserAs(id);
  };
  const none = () => Promise.resolve([]);
  const classes: Store['classes'] = {
    ...store.classes,
    listRescores: none,
    listAllowances: none,
    listLearnersOf: (ids) => Promise.resolve(ids.map(browserAs)),
    async countClass() {
      const { owners, attempts } = await selfStudy.count(bankId);
      return { learners: owners, attempts };
    },
    async pageLearners(_class, after, limit) {
      const last = after === null ? null : (ownerOf.get(after) ?? null);
      return (await selfStudy.pageOwners(bankId, last, limit)).map(learnerOf);
    },
    async listAttemptsOf(_assignment, ids) {
      const owners = ids.flatMap((id) => ownerOf.get(id) ?? []);
      return inClass(await selfStudy.listAttempts(bankId, owners), (owner) => learnerOf(owner).id);
    },
  };
  return { ...store, classes };
}

function browserAs(id: LearnerId): Learner {
  return {
    ...{ id, classId: noClass.id, displayName: '', firstName: null, lastName: null },
    ...{ email: null, studentNumber: null, rejoinCode: '', createdAt: 0, joinedAt: null },
  };
}

/** Numbers the attempts of each browser, which come in their order. */
function inClass(
  attempts: readonly Attempt[],
  learnerIdOf: (owner: OwnerId) => LearnerId,
): Attempt[] {
  let attemptNo = 0;
  return attempts.map((attempt, index) => {
    attemptNo = attempts[index - 1]?.owner === attempt.owner ? attemptNo + 1 : 1;
    return {
      ...attempt,
      owner: ownerOfLearner(learnerIdOf(attempt.owner)),
      inClass: { assignmentId: noAssignment, attemptNo, clientTz: null },
    };
  });
}
