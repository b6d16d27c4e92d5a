import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownerOfLearner, type AssignmentId, type ClassId } from '../../src/lib/quiz/ids.ts';
import type { Store } from '../../src/lib/server/storage/store.ts';
import {
  assignmentId,
  attemptIdAt,
  browserAt,
  classId,
  instructor,
  learnerIdAt,
  makeClass,
  makeClassAssignment,
  makeClassAttempt,
  makeKeys,
  makeLearner,
  makeOtherClass,
  makeRescore,
  otherKeys,
} from './make-class-rows.ts';
import {
  contextPlace,
  fillCourse,
  makeLink,
  makePlatform,
  makeUser,
  platformId,
} from './make-lti-rows.ts';

const otherAssignment = `asg_${'w'.repeat(26)}` as AssignmentId;

/** What every database must do with their courses, users and scores. */
export function describeLtiCourses(database: string, open: () => Promise<Store>): void {
  describe(`courses on ${database}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it('open one class, whoever comes first', async () => {
      const { lti } = store;
      await lti.addPlatform(makePlatform(), [], []);
      const ids = ['cls_1', 'cls_2', 'cls_3', 'cls_4'] as ClassId[];
      await Promise.all(
        ids.map((id, place) =>
          lti.openCourse(
            contextPlace,
            makeClass({ id, code: `CODE${place}` }),
            makeKeys({ linkHash: `l${place}`, recoveryHash: `r${place}` }),
          ),
        ),
      );
      const course = await lti.findCourse(contextPlace);
      expect(await store.classes.pageClasses(null, 9)).toMatchObject([{ id: course?.classId }]);
      expect(await lti.findCourse({ ...contextPlace, deploymentId: '2' })).toBeNull();
      await lti.noteMemberships(contextPlace, 'https://lms.example/members');
      expect((await lti.findCourse(contextPlace))?.membershipsUrl).toBe(
        'https://lms.example/members',
      );
    });

    it('end later by each launch, unless an instructor chose an end', async () => {
      await fillCourse(store);
      const ending = async () => (await store.classes.pageClasses(null, 9))[0]?.endsAt;
      await store.lti.prolongCourse(contextPlace, 950_000);
      expect(await ending()).toBe(950_000);
      await store.lti.prolongCourse(contextPlace, 940_000);
      expect(await ending()).toBe(950_000);
      await store.classes.updateClass(classId, { endsAt: 500_000 });
      await store.lti.prolongCourse(contextPlace, 990_000);
      expect(await ending()).toBe(500_000);
    });

    it('know their links, which lead to one assignment', async () => {
      await fillCourse(store);
      const { lti } = store;
      expect(await lti.findLink(makeLink())).toEqual(makeLink());
      expect(await lti.findLinkOf(assignmentId)).toEqual(makeLink());
      expect(await lti.listLinks(contextPlace)).toEqual([makeLink()]);
      const next = makeClassAssignment({ id: otherAssignment });
      expect(await lti.placeLink(makeLink(), next, null)).toBe(false);
      expect(await store.classes.findAssignment(otherAssignment)).toBeNull();
      expect(await lti.placeLink(makeLink({ chosen: 'bank=x' }), next, assignmentId)).toBe(true);
      expect(await lti.findLink(makeLink())).toMatchObject({
        assignmentId: otherAssignment,
        chosen: 'bank=x',
      });
      const service = { lineItem: null, lineItems: null, scopes: [] };
      await lti.noteGrading(makeLink(), service);
      expect(await lti.findLink(makeLink())).toMatchObject(service);
    });

    it('put each user into the class once, under a name of its own', async () => {
      await fillCourse(store);
      const { lti } = store;
      expect(await lti.findUser(makeUser())).toEqual({
        learnerId: learnerIdAt(1),
        isGradable: true,
      });
      const second = makeUser({ subject: '8' });
      const same = makeLearner(2, { displayName: 'learner 01' });
      expect(await lti.enrolUser(makeUser(), makeLearner(3), true, 30)).toBe('enrolled');
      expect(await lti.enrolUser(second, same, true, 30)).toBe('taken');
      expect(await lti.enrolUser(second, makeLearner(2), true, 1)).toBe('full');
      expect(await store.classes.listLearners(classId)).toHaveLength(1);
      expect(await lti.enrolUser(second, makeLearner(2), false, 2)).toBe('enrolled');
      await lti.noteGradable(second, true);
      expect(await lti.findUser(second)).toEqual({ learnerId: learnerIdAt(2), isGradable: true });
      expect(await lti.findUser(makeUser({ deploymentId: '2' }))).toBeNull();
    });

    it('seat a learner at each launch, and let go of old ones', async () => {
      await fillCourse(store);
      const { classes, lti } = store;
      const [one, other, third] = [browserAt(1), browserAt(2), browserAt(3)];
      expect(await lti.seatLearner(learnerIdAt(1), one, 2000, 0)).toBe(true);
      expect(await classes.findLearner(learnerIdAt(1))).toMatchObject({ joinedAt: 2000 });
      await classes.bindDevice(learnerIdAt(1), third, 2000);
      expect(await lti.seatLearner(learnerIdAt(1), other, 3000, 2001)).toBe(true);
      const seated = async (owner = one) => (await classes.findLearnerAt(owner, classId))?.id;
      expect(await seated()).toBeUndefined();
      expect(await seated(other)).toBe(learnerIdAt(1));
      expect(await seated(third)).toBe(learnerIdAt(1));
      expect(await lti.seatLearner(learnerIdAt(9), one, 3000, 0)).toBe(false);
    });

    it('let an instructor’s browser lead the class', async () => {
      await fillCourse(store);
      expect(await store.classes.findClass(classId, instructor)).toBeNull();
      expect(await store.lti.admitInstructor(classId, instructor, 1)).toBe(true);
      expect(await store.lti.admitInstructor(classId, instructor, 2)).toBe(true);
      expect((await store.classes.findClass(classId, instructor))?.id).toBe(classId);
      expect(await store.lti.admitInstructor('cls_9' as ClassId, instructor, 1)).toBe(false);
    });

    it('let it go where it was not let in anew, in courses alone', async () => {
      await fillCourse(store);
      const other = makeOtherClass({ createdAt: 1 });
      await store.classes.createClass(other, otherKeys, instructor, null);
      await store.lti.admitInstructor(classId, instructor, 1);
      await store.lti.admitInstructor(classId, instructor, 5);
      await store.lti.dismissInstructors(5);
      expect(await store.classes.listClasses(instructor)).toHaveLength(2);
      await store.lti.dismissInstructors(6);
      expect(await store.classes.listClasses(instructor)).toEqual([other]);
    });
  });

  describe(`scores on ${database}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it('go to whom the platform calls the learner', async () => {
      await fillCourse(store);
      expect(await store.lti.findScoreTarget(assignmentId, learnerIdAt(1))).toEqual({
        platform: makePlatform(),
        link: makeLink(),
        classId,
        subject: '7',
        isGradable: true,
      });
      expect(await store.lti.findScoreTarget(assignmentId, learnerIdAt(2))).toBeNull();
    });

    it('bear a moment a second later at least, whatever the clock says', async () => {
      await fillCourse(store);
      const stamp = (nowMs: number) => store.lti.stampScore(assignmentId, learnerIdAt(1), nowMs);
      expect([await stamp(1000), await stamp(1999), await stamp(900), await stamp(5000)]).toEqual([
        1000, 2000, 3000, 5000,
      ]);
      const sent = { learnerId: learnerIdAt(1), points: 2.5, maxPoints: 4 };
      await store.lti.noteScore(assignmentId, sent);
      await stamp(6000);
      expect(await store.lti.listScores(assignmentId)).toEqual([sent]);
    });

    it('are due anew where a correction, the rule or the end changes', async () => {
      await fillCourse(store);
      const { classes, lti } = store;
      const state = async () => (await lti.listGradedLinks())[0]?.state;
      const states = [await state()];
      await classes.addRescore(makeRescore());
      states.push(await state());
      await classes.withdrawRescore(makeRescore().id, assignmentId, 9000);
      states.push(await state());
      await classes.updateAssignment(assignmentId, { attemptRule: 'last' });
      states.push(await state());
      await classes.updateAssignment(assignmentId, { closedAt: 7000 });
      states.push(await state());
      expect(new Set(states).size).toBe(5);
      await lti.noteGradedBy(assignmentId, 'so');
      expect(await lti.listGradedLinks()).toMatchObject([
        { assignmentId, platformId, classId, gradedBy: 'so' },
      ]);
      await lti.noteGrading(makeLink(), { lineItem: null, lineItems: null, scopes: [] });
      expect(await lti.listGradedLinks()).toEqual([]);
    });

    it('are passed by the mark that the link names now', async () => {
      await fillCourse(store);
      const link = { ...makeLink(), chosen: 'bank=storm&pass=60' };
      await store.lti.notePassMark(link, 60);
      expect(await store.lti.findLink(link)).toEqual(link);
      expect(await store.classes.findAssignment(assignmentId)).toMatchObject({ passPercent: 60 });
    });

    it('are of gradable learners who began', async () => {
      await fillCourse(store);
      const { classes, lti } = store;
      await lti.enrolUser(makeUser({ subject: '8' }), makeLearner(2), false, 30);
      await lti.enrolUser(makeUser({ subject: '9' }), makeLearner(3), true, 30);
      await classes.createClassAttempt(makeClassAttempt(1));
      await classes.createClassAttempt(makeClassAttempt(2));
      expect(await lti.listScored(assignmentId)).toEqual([
        { learnerId: learnerIdAt(1), attemptId: attemptIdAt(1) },
      ]);
    });
  });

  describe(`what is erased of launches on ${database}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
      await fillCourse(store);
      await store.lti.seatLearner(learnerIdAt(1), browserAt(1), 2000, 0);
      await store.lti.stampScore(assignmentId, learnerIdAt(1), 1000);
    });
    afterEach(() => store.close());

    it('goes with the learner', async () => {
      const waiting = { kind: 'launch', payload: '{}', classId: null, expiresAt: 9e12 } as const;
      await store.lti.putPass({ ...waiting, hash: 'h' }, 1);
      await store.classes.eraseLearner(learnerIdAt(1));
      expect(await store.lti.readPass('h', 'launch', 2)).toBeNull();
      expect(await store.lti.findUser(makeUser())).toBeNull();
      expect(await store.lti.listScores(assignmentId)).toEqual([]);
    });

    it('goes with the assignment', async () => {
      await store.classes.eraseAssignment(assignmentId);
      expect(await store.lti.findLink(makeLink())).toBeNull();
      expect(await store.lti.findUser(makeUser())).not.toBeNull();
    });

    it('goes with the class, and with what was remembered for it', async () => {
      const desk = { hash: 'h', kind: 'desk', payload: '{}', classId, expiresAt: 9e12 } as const;
      await store.lti.putPass(desk, 1);
      await store.classes.eraseClass(classId);
      expect(await store.lti.findCourse(contextPlace)).toBeNull();
      expect(await store.lti.readPass('h', 'desk', 2)).toBeNull();
    });

    it('goes where the class is made anonymous; its link stays', async () => {
      const [learner] = await store.classes.listLearners(classId);
      if (!learner) throw new Error('Enrolled above');
      const anonymous = {
        was: learner.id,
        id: learnerIdAt(20),
        displayName: 'A',
        rejoinCode: 'ZZZZZZ',
      };
      await store.classes.anonymiseClass(classId, [anonymous], [], () => {
        throw new Error(`${ownerOfLearner(learner.id)} began nothing`);
      });
      expect(await store.lti.findUser(makeUser())).toBeNull();
      expect(await store.lti.findLink(makeLink())).not.toBeNull();
    });
  });
}
