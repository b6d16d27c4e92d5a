import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Assignment } from '../../src/lib/quiz/assignment.ts';
import type { Classroom } from '../../src/lib/quiz/classroom.ts';
import {
  ownerOfLearner,
  type AssignmentId,
  type BankId,
  type ClassId,
  type InstructorId,
  type ItemId,
} from '../../src/lib/quiz/ids.ts';
import type { Store } from '../../src/lib/server/storage/store.ts';
import { makeListed } from '../classes/make-class.ts';
import { makeAnswer, makeAttempt, owner, stranger } from './make-rows.ts';

const classroom: Classroom = {
  id: `cls_${'a'.repeat(26)}` as ClassId,
  name: 'Class 01',
  code: 'BCDFGHJKM',
  learnersBy: 'list',
  timeZone: 'UTC',
  createdAt: 1,
  endsAt: 90_000,
};
const assignment: Assignment = {
  id: `asg_${'a'.repeat(26)}` as AssignmentId,
  classId: classroom.id,
  bankId: 'storm' as BankId,
  itemIds: ['repairs'] as ItemId[],
  title: 'The storm',
  feedback: 'after-close',
  attemptsAllowed: 1,
  certainty: 'off',
  attemptRule: 'first',
  passPercent: null,
  closesAt: null,
  drawn: null,
  openedAt: 1,
  closedAt: 5000,
  shown: null,
};
const learner = makeListed(classroom.id, 'Learner 01', null);

/** Where learners sit, and what they see of their answers, on any database. */
export function describeSeats(name: string, open: () => Promise<Store>): void {
  describe(`the seats of learners on ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
      const keys = { linkHash: 'link', recoveryHash: 'recovery' };
      await store.classes.createClass(classroom, keys, 'teacher' as InstructorId, assignment);
      await store.classes.addLearners([learner], 500);
    });
    afterEach(() => store.close());

    it('are claimed by one browser, of two at once', async () => {
      const claims = [owner, stranger].map((each) =>
        store.classes.claimLearner(learner.id, each, 2000),
      );
      expect((await Promise.all(claims)).toSorted()).toEqual([false, true]);
      const found = await Promise.all(
        [owner, stranger].map((each) => store.classes.findLearnerAt(each, classroom.id)),
      );
      expect(found.filter((each) => each !== null)).toEqual([{ ...learner, joinedAt: 2000 }]);
    });

    it('are left without a trace but of the learner', async () => {
      await store.classes.claimLearner(learner.id, owner, 2000);
      await store.classes.bindDevice(learner.id, stranger, 3000);
      await store.classes.unbindDevice(owner, classroom.id);
      expect(await store.classes.findLearnerAt(owner, classroom.id)).toBeNull();
      expect(await store.classes.listJoined(owner)).toEqual([]);
      expect((await store.classes.findLearnerAt(stranger, classroom.id))?.joinedAt).toBe(2000);
    });

    it('see among their answers those of closed assignments, unless they have more time', async () => {
      await store.classes.claimLearner(learner.id, owner, 2000);
      const inClass = { assignmentId: assignment.id, attemptNo: 1, clientTz: null };
      const own = ownerOfLearner(learner.id);
      await store.classes.createClassAttempt(makeAttempt({ owner: own, inClass }));
      expect(await store.insertAnswer(makeAnswer({ answeredAt: 4000 }), own)).toBeNull();
      await store.classes.updateAssignment(assignment.id, { closedAt: null });
      expect(await store.insertAnswer(makeAnswer({ answeredAt: 4000 }), own)).not.toBeNull();
      const seen = async (atMs: number) => (await store.listAnswered(owner, atMs)).length;
      expect(await seen(4500)).toBe(0);
      await store.classes.updateAssignment(assignment.id, { closedAt: 5000 });
      expect(await seen(5000)).toBe(1);
      const more = { assignmentId: assignment.id, learnerId: learner.id, extraAttempts: 0 };
      await store.classes.setAllowance({ ...more, until: 7000 });
      expect([await seen(6000), await seen(7000)]).toEqual([0, 1]);
      await store.classes.updateAssignment(assignment.id, { feedback: 'now', closedAt: null });
      expect(await seen(6000)).toBe(1);
    });
  });
}
