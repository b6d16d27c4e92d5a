import { describe, expect, it } from 'vitest';
import { ownerOfLearner, type ItemId } from '../../src/lib/quiz/ids.ts';
import type { Store } from '../../src/lib/server/storage/store.ts';
import {
  assignmentId,
  attemptIdAt,
  browserAt,
  classId,
  fillClass,
  instructor,
  learnerIdAt,
  makeAllowance,
  makeClass,
  makeClassAttempt,
  makeJoined,
  makeOtherClass,
  makeRescore,
  makeVote,
  otherClassId,
  otherKeys,
} from './make-class-rows.ts';
import { makeAnswer, makeReport } from './make-rows.ts';

const dayMs = 86_400_000;
const ownerAt = (place: number) => ownerOfLearner(learnerIdAt(place));

/** Two learners who each answered, voted and were allowed more; a correction and a report. */
async function use(store: Store): Promise<void> {
  await fillClass(store, 2);
  for (const place of [1, 2]) {
    await store.classes.createClassAttempt(makeClassAttempt(place));
    await store.insertAnswer(makeAnswer({ attemptId: attemptIdAt(place) }), ownerAt(place));
    await store.classes.insertVote(makeVote({ learnerId: learnerIdAt(place) }));
    await store.classes.setAllowance(makeAllowance({ learnerId: learnerIdAt(place) }));
  }
  await store.classes.addRescore(makeRescore());
  await store.addReport(makeReport({ classId }));
}

/** Erasing and anonymising. */
export function describeClassErasure(store: () => Store): void {
  describe('erasing', () => {
    it('a learner takes all that is the learner’s, and nothing of another', async () => {
      const { classes } = store();
      await use(store());
      const gone = { learners: 1, attempts: 1, answers: 1 };
      expect(await classes.eraseLearner(learnerIdAt(1))).toEqual(gone);
      expect(await classes.findLearner(learnerIdAt(1))).toBeNull();
      expect(await classes.findLearnerAt(browserAt(1), classId)).toBeNull();
      expect(await classes.listClassAttempts(assignmentId)).toHaveLength(1);
      expect(await classes.listVotes(assignmentId, 'repairs' as ItemId)).toHaveLength(1);
      expect(await classes.listAllowances(assignmentId)).toHaveLength(1);
      expect(await store().listAnswers(attemptIdAt(2), ownerAt(2))).toHaveLength(1);
      const nothing = { learners: 0, attempts: 0, answers: 0 };
      expect(await classes.eraseLearner(learnerIdAt(1))).toEqual(nothing);
    });

    it('an assignment leaves class and learners', async () => {
      const { classes } = store();
      await use(store());
      const gone = { learners: 0, attempts: 2, answers: 2 };
      expect(await classes.eraseAssignment(assignmentId)).toEqual(gone);
      expect(await classes.findAssignment(assignmentId)).toBeNull();
      expect(await classes.listRescores(assignmentId)).toEqual([]);
      expect(await classes.listLearners(classId)).toHaveLength(2);
    });

    it('a class takes everything in it, and nothing of another class', async () => {
      const { classes } = store();
      await use(store());
      await classes.createClass(makeOtherClass(), otherKeys, instructor, null);
      const elsewhere = makeJoined(3, { classId: otherClassId });
      await classes.joinLearner(elsewhere, browserAt(1), 9);
      const outside = makeReport({ id: 'rep_9' });
      await store().addReport(outside);
      const gone = { learners: 2, attempts: 2, answers: 2 };
      expect(await classes.eraseClass(classId)).toEqual(gone);
      expect(await classes.listClasses(instructor)).toEqual([makeOtherClass()]);
      expect(await classes.findClassByCode(makeClass().code)).toBeNull();
      expect(await classes.listLearners(classId)).toEqual([]);
      expect(await classes.listAssignments(classId)).toEqual([]);
      expect(await store().listReports()).toEqual([outside]);
      expect(await classes.findLearnerAt(browserAt(1), otherClassId)).toEqual(elsewhere);
      expect(await classes.eraseClass(classId)).toEqual({ learners: 0, attempts: 0, answers: 0 });
    });

    it('ended classes takes those past their end at that moment', async () => {
      const { classes } = store();
      await use(store());
      await classes.createClass(makeOtherClass({ endsAt: 900_001 }), otherKeys, instructor, null);
      const { endsAt } = makeClass();
      expect(await classes.eraseEndedClasses(endsAt - 1)).toMatchObject({ learners: 0 });
      const told: number[][] = [];
      const erased = await classes.eraseEndedClasses(endsAt, (...count) => told.push(count));
      expect(erased).toEqual({ learners: 2, attempts: 2, answers: 2 });
      expect(told).toEqual([[1, 1]]);
      expect(await classes.listClasses(instructor)).toEqual([makeOtherClass({ endsAt: 900_001 })]);
    });
  });

  describe('anonymising a class', () => {
    const at = 20_000 * dayMs;
    const marks = { id: attemptIdAt(50), seed: 'another' };

    /** One learner who answered at ten past nine, in words of their own, twice. */
    async function anonymised() {
      const { classes } = store();
      await fillClass(store());
      await classes.updateClass(classId, { endsAt: at + 2 * dayMs });
      const named = makeJoined(1, {
        createdAt: at + 5,
        joinedAt: at + 6,
        firstName: 'First',
        lastName: 'Last',
        email: 'a@b.example',
        studentNumber: '7',
      });
      await classes.joinLearner(named, browserAt(1), 9);
      const attempt = makeClassAttempt(1, { startedAt: at + 7 });
      await classes.createClassAttempt(attempt);
      for (const itemId of ['repairs', 'households'] as ItemId[]) {
        const answer = makeAnswer({ attemptId: attempt.id, itemId, answeredAt: at + dayMs + 9 });
        await store().insertAnswer({ ...answer, points: 0, correct: false }, ownerAt(1));
        await classes.insertVote(makeVote({ itemId, votedAt: at + 11 }));
      }
      await classes.setAllowance(makeAllowance({ until: at + 999 }));
      await store().addReport(makeReport({ classId }));
      const id = learnerIdAt(50);
      const renamed = { was: named.id, id, displayName: 'Learner 01', rejoinCode: 'ZZZZZZ' };
      const itemIds = ['repairs'] as ItemId[];
      await classes.anonymiseClass(
        classId,
        [renamed],
        [
          {
            assignmentId,
            itemIds,
            accepted: [{ attemptId: attempt.id, itemId: 'repairs' as ItemId }],
          },
        ],
        () => marks,
      );
      return { id, attempt };
    }

    it('gives learners new ids and names, days without hours, and no browser', async () => {
      const { id } = await anonymised();
      const { classes } = store();
      expect(await classes.listLearners(classId)).toEqual([
        makeJoined(1, { id, rejoinCode: 'ZZZZZZ', createdAt: at, joinedAt: at }),
      ]);
      expect(await classes.findLearner(learnerIdAt(1))).toBeNull();
      expect(await classes.listJoined(browserAt(1))).toEqual([]);
      expect(await store().findAttempt(attemptIdAt(1), browserAt(1))).toBeNull();
      expect(await classes.listClassReports(classId)).toEqual([]);
      expect(await classes.listAllowances(assignmentId)).toEqual([
        makeAllowance({ learnerId: id, until: at }),
      ]);
    });

    it('keeps what was chosen, under other marks of attempts, but no words of learners', async () => {
      const { id, attempt } = await anonymised();
      const { classes } = store();
      expect(await classes.listClassAttempts(assignmentId)).toEqual([
        {
          attempt: {
            ...attempt,
            ...marks,
            owner: ownerOfLearner(id),
            startedAt: at,
            inClass: { assignmentId, attemptNo: 1, clientTz: null },
          },
          answered: 2,
          lastAt: at + dayMs,
        },
      ]);
      expect(await classes.listAnswersOf([attempt.id])).toEqual([]);
      const answers = await classes.listAnswersOf([marks.id]);
      const shared = { answeredAt: at + dayMs, inWords: null };
      expect(answers).toMatchObject([
        { ...shared, itemId: 'households', response: { option: 'b' }, points: 0 },
        { ...shared, itemId: 'repairs', response: null, points: 1, correct: true },
      ]);
      const [vote] = await classes.listVotes(assignmentId, 'repairs' as ItemId);
      expect(vote).toEqual(makeVote({ learnerId: id, votedAt: at, response: null }));
      const [kept] = await classes.listVotes(assignmentId, 'households' as ItemId);
      expect(kept?.response).toEqual({ option: 'b' });
    });

    it('leaves another class as it is', async () => {
      const { classes } = store();
      await use(store());
      const was = learnerIdAt(1);
      const renamed = { was, id: learnerIdAt(50), displayName: 'x', rejoinCode: 'ZZZZZZ' };
      await classes.createClass(makeOtherClass(), otherKeys, instructor, null);
      await classes.anonymiseClass(otherClassId, [renamed], [], () => marks);
      expect(await classes.findLearner(was)).toEqual(makeJoined(1));
      expect(await classes.listOwnAttempts(assignmentId, ownerAt(1))).toHaveLength(1);
      expect(await classes.listClassReports(classId)).toHaveLength(1);
    });
  });
}
