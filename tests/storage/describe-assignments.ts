import { describe, expect, it } from 'vitest';
import { ownerOfLearner, type AssignmentId, type ItemId } from '../../src/lib/quiz/ids.ts';
import type { Store } from '../../src/lib/server/storage/store.ts';
import {
  assignmentId,
  attemptIdAt,
  browserAt,
  classId,
  fillClass,
  learnerIdAt,
  makeAllowance,
  makeClass,
  makeClassAssignment,
  makeClassAttempt,
  makeJoined,
  makeRescore,
  makeVote,
  otherClassId,
} from './make-class-rows.ts';
import { makeAnswer, makeReport } from './make-rows.ts';

const ownerAt = (place: number) => ownerOfLearner(learnerIdAt(place));
const other = `asg_${'z'.repeat(26)}` as AssignmentId;

/** What a class is given to do, and what was answered. */
export function describeAssignments(store: () => Store): void {
  describe('an assignment', () => {
    it('is given back as stored and listed newest first', async () => {
      const { classes } = store();
      await fillClass(store());
      const late = makeClassAssignment({
        id: other,
        openedAt: 2000,
        attemptsAllowed: 2,
        passPercent: 62.5,
        closesAt: 8000,
      });
      await classes.createAssignment(late);
      expect(await classes.findAssignment(other)).toEqual(late);
      expect(await classes.findAssignment(other, makeClass().endsAt - 1)).toEqual(late);
      expect(await classes.findAssignment(other, makeClass().endsAt)).toBeNull();
      expect(await classes.listAssignments(classId)).toEqual([late, makeClassAssignment()]);
      expect(await classes.listAssignments(otherClassId)).toEqual([]);
    });

    it('takes changes one by one, and none at all', async () => {
      const { classes } = store();
      await fillClass(store());
      await classes.updateAssignment(assignmentId, {});
      expect(await classes.findAssignment(assignmentId)).toEqual(makeClassAssignment());
      const shown = { itemId: 'repairs' as ItemId, stage: 'voting', round: 1 } as const;
      const changes = { title: 'Later', feedback: 'after-close', closesAt: 9000, shown } as const;
      await classes.updateAssignment(assignmentId, changes);
      await classes.updateAssignment(assignmentId, { closedAt: 4000 });
      const changed = makeClassAssignment({ ...changes, closedAt: 4000 });
      expect(await classes.findAssignment(assignmentId)).toEqual(changed);
      await classes.updateAssignment(assignmentId, { closedAt: null, closesAt: null, shown: null });
      const reopened = { title: 'Later', feedback: 'after-close' } as const;
      expect(await classes.findAssignment(assignmentId)).toEqual(makeClassAssignment(reopened));
    });

    it('allows a learner what was allowed last', async () => {
      const { classes } = store();
      await fillClass(store(), 2);
      await classes.setAllowance(makeAllowance());
      const second = makeAllowance({ extraAttempts: 0, until: null });
      await classes.setAllowance(second);
      expect(await classes.listAllowances(assignmentId)).toEqual([second]);
      expect(await classes.findAllowance(assignmentId, second.learnerId)).toEqual(second);
      expect(await classes.findAllowance(other, second.learnerId)).toBeNull();
      expect(await classes.listAllowances(other)).toEqual([]);
    });

    it('allows a learner time and attempts at once, each by itself', async () => {
      const { classes } = store();
      await fillClass(store(), 1);
      const whose = { assignmentId, learnerId: learnerIdAt(1) };
      await Promise.all([
        classes.setAllowance({ ...whose, until: 7000 }),
        classes.setAllowance({ ...whose, extraAttempts: 2 }),
      ]);
      const both = makeAllowance({ extraAttempts: 2, until: 7000 });
      expect(await classes.listAllowances(assignmentId)).toEqual([both]);
    });

    it('closes for those too who were given more time, and keeps their further attempts', async () => {
      const { classes } = store();
      await fillClass(store(), 1);
      await classes.setAllowance(makeAllowance());
      await classes.closeAssignment(assignmentId, 4000);
      const closed = makeClassAssignment({ closedAt: 4000 });
      expect(await classes.findAssignment(assignmentId)).toEqual(closed);
      expect(await classes.listAllowances(assignmentId)).toEqual([makeAllowance({ until: null })]);
    });
  });

  describe('an answer in class', () => {
    const send = (place: number, answeredAt: number) =>
      store().insertAnswer(
        makeAnswer({ attemptId: attemptIdAt(place), answeredAt }),
        ownerAt(place),
      );

    it.each([
      ['while the assignment is open', {}, 3000, true],
      ['before its closing time', { closesAt: 4000 }, 3999, true],
      ['at its closing time', { closesAt: 4000 }, 4000, false],
      ['once it is closed', { closedAt: 3000 }, 3000, false],
    ])('%s', async (_when, changes, answeredAt, isTaken) => {
      await fillClass(store(), 1);
      await store().classes.createClassAttempt(makeClassAttempt(1));
      await store().classes.updateAssignment(assignmentId, changes);
      expect(await send(1, answeredAt)).toEqual(isTaken ? { inserted: true } : null);
      expect(await store().listAnswers(attemptIdAt(1), ownerAt(1))).toHaveLength(Number(isTaken));
    });

    it('is taken for longer from the learner who got more time, and from no other', async () => {
      await fillClass(store(), 2);
      for (const place of [1, 2]) {
        await store().classes.createClassAttempt(makeClassAttempt(place));
      }
      await store().classes.updateAssignment(assignmentId, { closedAt: 3000 });
      await store().classes.setAllowance(makeAllowance({ until: 5000 }));
      expect(await send(2, 4999)).toBeNull();
      expect(await send(1, 5000)).toBeNull();
      expect(await send(1, 4999)).toEqual({ inserted: true });
    });

    it('is refused once the class is past its end, whatever was allowed', async () => {
      await fillClass(store(), 1);
      await store().classes.createClassAttempt(makeClassAttempt(1));
      await store().classes.setAllowance(makeAllowance({ until: 9000 }));
      await store().classes.updateClass(classId, { endsAt: 5000 });
      expect(await send(1, 5000)).toBeNull();
      expect(await send(1, 4999)).toEqual({ inserted: true });
    });

    it('that stands is told even after closing', async () => {
      await fillClass(store(), 1);
      await store().classes.createClassAttempt(makeClassAttempt(1));
      await send(1, 3000);
      await store().classes.updateAssignment(assignmentId, { closedAt: 3500 });
      expect(await send(1, 4000)).toMatchObject({ inserted: false });
    });

    it('is in the browser’s own record once the class shows what is right', async () => {
      await fillClass(store(), 1);
      await store().classes.createClassAttempt(makeClassAttempt(1));
      await store().classes.updateAssignment(assignmentId, { feedback: 'after-close' });
      await send(1, 3000);
      expect(await store().listAnswered(browserAt(1), 4000)).toEqual([]);
      await store().classes.updateAssignment(assignmentId, { closesAt: 4000 });
      expect(await store().listAnswered(browserAt(1), 3999)).toEqual([]);
      expect(await store().listAnswered(browserAt(1), 4000)).toHaveLength(1);
      expect(await store().listAnswered(browserAt(2), 4000)).toEqual([]);
    });
  });

  describe('the learners of a class', () => {
    it('are read a page at a time by id, or those that are named', async () => {
      const { classes } = store();
      await fillClass(store(), 3);
      const first = await classes.pageLearners(classId, null, 2);
      const rest = await classes.pageLearners(classId, first.at(-1)?.id ?? null, 2);
      expect([...first, ...rest].map(({ id }) => id)).toEqual([1, 2, 3].map(learnerIdAt));
      const some = await classes.listLearnersOf([learnerIdAt(3), learnerIdAt(1)]);
      expect(some.map(({ id }) => id).sort()).toEqual([learnerIdAt(1), learnerIdAt(3)]);
      expect(await classes.listLearnersOf([])).toEqual([]);
    });
  });

  describe('attempts in class', () => {
    it('have one of each number, of ten tabs that begin at once', async () => {
      const { classes } = store();
      await fillClass(store(), 1);
      const results = await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          classes.createClassAttempt(
            makeClassAttempt(1, { id: attemptIdAt(index), seed: `${index}` }),
          ),
        ),
      );
      expect(results.filter(Boolean)).toHaveLength(1);
      const inClass = { assignmentId, attemptNo: 2, clientTz: null };
      const second = makeClassAttempt(1, { id: attemptIdAt(20), inClass });
      expect(await classes.createClassAttempt(second)).toBe(true);
      const own = await classes.listOwnAttempts(assignmentId, ownerAt(1));
      expect(own.map(({ attempt }) => attempt.inClass?.attemptNo)).toEqual([1, 2]);
    });

    it('are not begun in an assignment that is gone', async () => {
      const { classes } = store();
      await fillClass(store(), 1);
      await classes.eraseAssignment(assignmentId);
      expect(await classes.createClassAttempt(makeClassAttempt(1))).toBe(false);
      expect(await store().listAttempts(ownerAt(1))).toEqual([]);
    });

    it('are listed with how far they are, but not what the instructor tried out', async () => {
      const { classes } = store();
      await fillClass(store(), 2);
      await classes.createClassAttempt(makeClassAttempt(2));
      await classes.createClassAttempt(makeClassAttempt(1));
      await classes.createClassAttempt(makeClassAttempt(3, { owner: browserAt(9) }));
      const late = makeAnswer({ attemptId: attemptIdAt(2), answeredAt: 4000 });
      await store().insertAnswer(late, ownerAt(2));
      const early = { ...late, itemId: 'households' as ItemId, answeredAt: 3000 };
      await store().insertAnswer(early, ownerAt(2));
      expect(await classes.listClassAttempts(assignmentId)).toEqual([
        { attempt: makeClassAttempt(1), answered: 0, lastAt: 2000 },
        { attempt: makeClassAttempt(2), answered: 2, lastAt: 4000 },
      ]);
      expect(await classes.listAttemptsOf(assignmentId, [learnerIdAt(2)])).toEqual([
        makeClassAttempt(2),
      ]);
      expect(await classes.listAttemptsOf(assignmentId, [])).toEqual([]);
      expect(await classes.countClass(classId, assignmentId)).toEqual({ learners: 2, attempts: 2 });
      const attempts = [attemptIdAt(1), attemptIdAt(2)];
      expect(await classes.listAnswersOf(attempts)).toEqual([early, late]);
      expect(await classes.listAnswersOf([])).toEqual([]);
      expect(await classes.listOwnAttempts(assignmentId, browserAt(9))).toHaveLength(1);
      expect(await store().eraseInactiveSince(9_000_000)).toEqual({ attempts: 0, answers: 0 });
    });
  });

  describe('what happens in a class', () => {
    it('keeps corrections, those taken back too', async () => {
      const { classes } = store();
      await fillClass(store());
      const late = makeRescore({ id: 'res_2', kind: 'drop', accepted: null, createdAt: 5000 });
      await classes.addRescore(late);
      await classes.addRescore(makeRescore());
      expect(await classes.withdrawRescore('res_1', other, 6000)).toBe(false);
      expect(await classes.withdrawRescore('res_1', assignmentId, 6000)).toBe(true);
      expect(await classes.withdrawRescore('res_1', assignmentId, 7000)).toBe(false);
      const taken = makeRescore({ withdrawnAt: 6000 });
      expect(await classes.listRescores(assignmentId)).toEqual([taken, late]);
    });

    it('takes a learner’s first vote in each round', async () => {
      const { classes } = store();
      await fillClass(store(), 2);
      const second = makeVote({ round: 2 });
      expect(await classes.insertVote(second)).toBe(true);
      const votes = [makeVote(), makeVote({ correct: false }), makeVote({ response: null })];
      const results = await Promise.all(votes.map((vote) => classes.insertVote(vote)));
      expect(results.filter(Boolean)).toHaveLength(1);
      const [first, ...others] = await classes.listVotes(assignmentId, 'repairs' as ItemId);
      expect(votes).toContainEqual(first);
      expect(others).toEqual([second]);
      expect(await classes.listVotes(assignmentId, 'households' as ItemId)).toEqual([]);
      expect(await classes.countVotes(classId)).toBe(2);
      expect(await classes.countVotes(classId, learnerIdAt(1))).toBe(2);
      expect(await classes.countVotes(classId, learnerIdAt(2))).toBe(0);
      expect(await classes.countVotes(otherClassId)).toBe(0);
    });

    it('tells its own reports, oldest first', async () => {
      await fillClass(store());
      const late = makeReport({ id: 'rep_2', createdAt: 30, classId });
      await store().addReport(late);
      await store().addReport(makeReport({ classId }));
      await store().addReport(makeReport({ id: 'rep_3' }));
      expect(await store().classes.listClassReports(classId)).toEqual([
        makeReport({ classId }),
        late,
      ]);
    });

    it('changes its pulse with everything that the instructor’s pages show', async () => {
      const { classes } = store();
      await fillClass(store(), 1);
      await classes.createClassAttempt(makeClassAttempt(1));
      const before = await classes.pulse(classId);
      expect(await classes.pulse(classId)).toBe(before);
      const shown = { itemId: 'repairs' as ItemId, stage: 'counts', round: 0 } as const;
      const steps: (() => Promise<unknown>)[] = [
        () => classes.joinLearner(makeJoined(2), browserAt(2), 9),
        () => store().insertAnswer(makeAnswer({ attemptId: attemptIdAt(1) }), ownerAt(1)),
        () => classes.insertVote(makeVote()),
        () => classes.updateAssignment(assignmentId, { shown }),
        () => classes.updateAssignment(assignmentId, { closedAt: 4000 }),
        () => classes.updateAssignment(assignmentId, { attemptRule: 'mean' }),
        () => classes.updateLearner(learnerIdAt(1), { displayName: 'Learner 91' }),
        () => classes.setAllowance(makeAllowance({ extraAttempts: 1 })),
        () => classes.setAllowance(makeAllowance({ extraAttempts: 2 })),
        () => classes.addRescore(makeRescore()),
        () => classes.withdrawRescore(makeRescore().id, assignmentId, 5000),
        () => classes.eraseLearner(learnerIdAt(1)),
      ];
      const pulses = [before];
      for (const step of steps) {
        await step();
        pulses.push(await classes.pulse(classId));
      }
      expect(new Set(pulses).size).toBe(pulses.length);
    });
  });
}
