import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/lib/server/storage/store.ts';
import { ownerOfLearner } from '../../src/lib/quiz/ids.ts';
import {
  attemptIdAt,
  browserAt,
  classId,
  colleague,
  fillClass,
  learnerIdAt,
  limit,
  makeClassAttempt,
  makeJoined,
  makeLearner,
  makeOtherClass,
  otherClassId,
  otherKeys,
} from './make-class-rows.ts';

const names = async (store: Store) =>
  (await store.classes.listLearners(classId)).map(({ displayName }) => displayName);

/** Who is in a class, and at which browsers. */
export function describeLearners(store: () => Store): void {
  describe('a learner', () => {
    it('joins at a browser and is given back as stored, with every part of the name', async () => {
      const { classes } = store();
      await fillClass(store());
      const learner = makeJoined(1, {
        firstName: 'First',
        lastName: 'Last',
        email: 'learner-01@school.example',
        studentNumber: '007',
      });
      expect(await classes.joinLearner(learner, browserAt(1), limit)).toBe(true);
      expect(await classes.findLearnerAt(browserAt(1), classId)).toEqual(learner);
      expect(await classes.findLearner(learner.id)).toEqual(learner);
      const { rejoinCode } = learner;
      expect(await classes.findLearnerByRejoinCode(classId, rejoinCode)).toEqual(learner);
      expect(await classes.findLearnerByRejoinCode(otherClassId, rejoinCode)).toBeNull();
      expect(await classes.findLearnerAt(browserAt(2), classId)).toBeNull();
      expect(await classes.findLearnerAt(browserAt(1), otherClassId)).toBeNull();
    });

    it.each([
      ['the same name', makeJoined(2, { displayName: makeJoined(1).displayName })],
      ['the name in other letters', makeJoined(2, { displayName: ' LEARNER\u00a0 01' })],
      ['the same code', makeJoined(2, { rejoinCode: makeJoined(1).rejoinCode })],
    ])('is refused where %s is taken in the class', async (_what, second) => {
      const { classes } = store();
      await fillClass(store(), 1);
      expect(await classes.joinLearner(second, browserAt(2), limit)).toBe(false);
      expect(await names(store())).toEqual(['Learner 01']);
      expect(await classes.findLearnerAt(browserAt(2), classId)).toBeNull();
    });

    it('has the student number alone, whatever the names beside it', async () => {
      const { classes } = store();
      await fillClass(store());
      const numbered = (place: number) => makeJoined(place, { studentNumber: 'A7' });
      const other = makeJoined(2, { studentNumber: 'a8' });
      expect(await classes.joinLearner(numbered(1), browserAt(1), limit)).toBe(true);
      expect(await classes.joinLearner(other, browserAt(2), limit)).toBe(true);
      const again = { ...numbered(3), studentNumber: ' a7 ' };
      expect(await classes.joinLearner(again, browserAt(3), limit)).toBe(false);
      expect(await classes.addLearners([again], limit)).toBe(false);
      expect(await classes.updateLearner(other.id, { studentNumber: 'a7' })).toBe(false);
      expect(await classes.updateLearner(other.id, { studentNumber: 'A8' })).toBe(true);
      expect(await names(store())).toEqual(['Learner 01', 'Learner 02']);
    });

    it('may have a name that another class has, or another student number', async () => {
      const { classes } = store();
      await fillClass(store(), 1);
      await classes.createClass(makeOtherClass(), otherKeys, colleague, null);
      const namesake = { displayName: makeJoined(1).displayName };
      const elsewhere = makeJoined(2, { ...namesake, classId: otherClassId });
      expect(await classes.joinLearner(elsewhere, browserAt(2), limit)).toBe(true);
      const numbered = makeJoined(3, { ...namesake, studentNumber: '7' });
      expect(await classes.joinLearner(numbered, browserAt(3), limit)).toBe(true);
    });

    it('is refused by a class that is full or gone', async () => {
      const { classes } = store();
      await fillClass(store(), 2);
      expect(await classes.joinLearner(makeJoined(3), browserAt(3), 2)).toBe(false);
      await classes.eraseClass(classId);
      expect(await classes.joinLearner(makeJoined(3), browserAt(3), limit)).toBe(false);
    });

    it('is one of two whom one browser joins as at once, or comes forward as', async () => {
      const { classes } = store();
      await fillClass(store());
      const joins = [1, 2].map((place) =>
        classes.joinLearner(makeJoined(place), browserAt(1), limit),
      );
      expect((await Promise.all(joins)).toSorted()).toEqual([false, true]);
      await classes.addLearners([makeLearner(3), makeLearner(4)], limit);
      const claims = [3, 4].map((place) =>
        classes.claimLearner(learnerIdAt(place), browserAt(2), 3000),
      );
      expect((await Promise.all(claims)).toSorted()).toEqual([false, true]);
      const all = await classes.listLearners(classId);
      expect(all.filter(({ joinedAt }) => joinedAt !== null)).toHaveLength(2);
    });

    it('gets the last free seat alone, of thirty who join at once', async () => {
      const { classes } = store();
      await fillClass(store(), 4);
      const results = await Promise.all(
        Array.from({ length: 30 }, (_, index) =>
          classes.joinLearner(makeJoined(10 + index), browserAt(10 + index), 5),
        ),
      );
      expect(results.filter(Boolean)).toHaveLength(1);
      expect(await classes.listLearners(classId)).toHaveLength(5);
    });

    it('has a name alone, of ten who join under it at once', async () => {
      const { classes } = store();
      await fillClass(store());
      const results = await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          classes.joinLearner(
            makeJoined(10 + index, { displayName: 'The same' }),
            browserAt(10 + index),
            limit,
          ),
        ),
      );
      expect(results.filter(Boolean)).toHaveLength(1);
      expect(await names(store())).toEqual(['The same']);
    });

    it('is renamed, but not to a name that another has', async () => {
      const { classes } = store();
      await fillClass(store(), 2);
      const id = learnerIdAt(1);
      expect(await classes.updateLearner(id, { displayName: 'learner 02' })).toBe(false);
      expect(await classes.updateLearner(id, { rejoinCode: makeJoined(2).rejoinCode })).toBe(false);
      expect(await classes.findLearner(id)).toEqual(makeJoined(1));
      const changes = { displayName: 'Learner 0\0٣', rejoinCode: 'ZZZZZZ' };
      expect(await classes.updateLearner(id, changes)).toBe(true);
      expect(await classes.findLearner(id)).toEqual(
        makeJoined(1, { ...changes, displayName: 'Learner 0٣' }),
      );
      expect(await classes.updateLearner(id, { displayName: 'LEARNER 0٣' })).toBe(true);
      expect(await classes.updateLearner(learnerIdAt(9), { displayName: 'x' })).toBe(false);
    });

    it('is the only one of two who are renamed alike at once', async () => {
      const { classes } = store();
      await fillClass(store(), 2);
      const results = await Promise.all(
        [1, 2].map((place) =>
          classes.updateLearner(learnerIdAt(place), { displayName: 'The same' }),
        ),
      );
      expect(results.filter(Boolean)).toHaveLength(1);
    });
  });

  describe('a list of learners', () => {
    it('is taken as a whole; nobody has come forward yet', async () => {
      const { classes } = store();
      await fillClass(store());
      expect(await classes.addLearners([makeLearner(2), makeLearner(1)], limit)).toBe(true);
      expect(await classes.addLearners([], limit)).toBe(true);
      expect(await classes.listLearners(classId)).toEqual([makeLearner(1), makeLearner(2)]);
    });

    it.each([
      ['a name that is taken', [makeLearner(2), makeLearner(3, { displayName: 'learner  01' })]],
      ['a name twice', [makeLearner(2), makeLearner(3, { displayName: 'LEARNER 02' })]],
      ['a code that is taken', [makeLearner(2, { rejoinCode: makeLearner(1).rejoinCode })]],
      ['more than have room', Array.from({ length: 30 }, (_, index) => makeLearner(index + 2))],
    ])('is not taken at all with %s', async (_what, list) => {
      const { classes } = store();
      await fillClass(store(), 1);
      expect(await classes.addLearners(list, limit)).toBe(false);
      expect(await names(store())).toEqual(['Learner 01']);
    });

    it('is refused by a class that is gone', async () => {
      expect(await store().classes.addLearners([makeLearner(1)], limit)).toBe(false);
    });
  });

  describe('a browser', () => {
    it('lets a listed learner come forward, once and for all', async () => {
      const { classes } = store();
      await fillClass(store());
      await classes.addLearners([makeLearner(1)], limit);
      expect(await classes.bindDevice(learnerIdAt(1), browserAt(1), 3000)).toBe(true);
      expect(await classes.bindDevice(learnerIdAt(1), browserAt(2), 4000)).toBe(true);
      const joined = makeLearner(1, { joinedAt: 3000 });
      expect(await classes.findLearnerAt(browserAt(1), classId)).toEqual(joined);
      expect(await classes.findLearnerAt(browserAt(2), classId)).toEqual(joined);
      expect(await classes.listLearners(classId)).toHaveLength(1);
    });

    it('sits for one learner of a class: whoever sat there before leaves', async () => {
      const { classes } = store();
      await fillClass(store(), 2);
      await classes.bindDevice(learnerIdAt(2), browserAt(1), 3000);
      expect((await classes.findLearnerAt(browserAt(1), classId))?.id).toBe(learnerIdAt(2));
      await Promise.all(
        [1, 2, 1, 2].map((place) =>
          classes.bindDevice(learnerIdAt(place), browserAt(1), 4000 + place),
        ),
      );
      await classes.eraseLearner(learnerIdAt(1));
      await classes.eraseLearner(learnerIdAt(2));
      expect(await classes.listJoined(browserAt(1))).toEqual([]);
    });

    it('can’t sit for a learner who is gone', async () => {
      await fillClass(store());
      expect(await store().classes.bindDevice(learnerIdAt(1), browserAt(1), 3000)).toBe(false);
    });

    it('finds the learner’s attempts for as long as the learner sits there', async () => {
      await fillClass(store(), 2);
      await store().classes.createClassAttempt(makeClassAttempt(1));
      expect(await store().findAttempt(attemptIdAt(1), browserAt(1))).toEqual(makeClassAttempt(1));
      expect(await store().findAttempt(attemptIdAt(1), browserAt(2))).toBeNull();
      await store().eraseOwner(browserAt(1));
      expect(await store().findAttempt(attemptIdAt(1), browserAt(1))).toBeNull();
      const own = ownerOfLearner(learnerIdAt(1));
      expect(await store().findAttempt(attemptIdAt(1), own)).toEqual(makeClassAttempt(1));
    });
  });
}
