import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/lib/server/storage/store.ts';
import {
  browserAt,
  classId,
  colleague,
  fillClass,
  instructor,
  limit,
  makeClass,
  makeClassAssignment,
  makeJoined,
  makeKeys,
  makeLearner,
  makeOtherClass,
  otherClassId,
  otherKeys,
} from './make-class-rows.ts';

/** Classes themselves, who leads them, and who may make them. */
export function describeClassrooms(store: () => Store): void {
  describe('a class', () => {
    it('is given back to its instructor as it was stored, with its first assignment', async () => {
      const { classes } = store();
      expect(
        await classes.createClass(makeClass(), makeKeys(), instructor, makeClassAssignment()),
      ).toBe(true);
      expect(await classes.findClass(classId, instructor)).toEqual(makeClass());
      expect(await classes.listClasses(instructor)).toEqual([makeClass()]);
      expect(await classes.findClassByCode('BCDFGHJKM')).toEqual(makeClass());
      expect(await classes.listAssignments(classId)).toEqual([makeClassAssignment()]);
    });

    it('is not found by another instructor', async () => {
      const { classes } = store();
      await fillClass(store());
      expect(await classes.findClass(classId, colleague)).toBeNull();
      expect(await classes.listClasses(colleague)).toEqual([]);
      expect(await classes.findClassByCode('MKJHGFDCB')).toBeNull();
    });

    it('is stored with the learners of its list, or not at all', async () => {
      const { classes } = store();
      const create = (...list: ReturnType<typeof makeLearner>[]) =>
        classes.createClass(makeClass(), makeKeys(), instructor, null, list);
      const twice = makeLearner(2, { displayName: makeLearner(1).displayName });
      await expect(create(makeLearner(1), twice)).rejects.toThrow();
      expect(await classes.findClassByCode(makeClass().code)).toBeNull();
      expect(await create(makeLearner(1), makeLearner(2))).toBe(true);
      expect(await classes.listLearners(classId)).toEqual([makeLearner(1), makeLearner(2)]);
    });

    it('is refused where its join code is taken, and leaves nothing behind', async () => {
      const { classes } = store();
      await fillClass(store());
      const second = makeOtherClass({ code: makeClass().code });
      expect(await classes.createClass(second, otherKeys, colleague, null)).toBe(false);
      expect(await classes.listClasses(colleague)).toEqual([]);
      expect(await classes.findClassByCode(second.code)).toEqual(makeClass());
    });

    it('keeps its name well-formed, composed and without NUL, whatever it is', async () => {
      const { classes } = store();
      const name = '=1+1 \0"e\u0301\u202e\ud800';
      await classes.createClass(makeClass({ name }), makeKeys(), instructor, null);
      const kept = '=1+1 "é\u202e\ufffd';
      expect((await classes.findClass(classId, instructor))?.name).toBe(kept);
      await classes.updateClass(classId, { name: '\0@x' });
      expect((await classes.findClass(classId, instructor))?.name).toBe('@x');
    });

    it('takes changes one by one, and none at all', async () => {
      const { classes } = store();
      await fillClass(store());
      await classes.updateClass(classId, {});
      expect(await classes.findClass(classId, instructor)).toEqual(makeClass());
      const changes = { timeZone: 'UTC', endsAt: 2_000_000_000_000, code: 'ZZZZZZZZZ' };
      await classes.updateClass(classId, changes);
      expect(await classes.findClass(classId, instructor)).toEqual(makeClass(changes));
    });

    it('is listed newest first to whoever leads several, and by id to the owner', async () => {
      const { classes } = store();
      await fillClass(store());
      await classes.createClass(makeOtherClass(), otherKeys, instructor, null);
      expect(await classes.listClasses(instructor)).toEqual([makeOtherClass(), makeClass()]);
      expect(await classes.pageClasses(null, 1)).toEqual([makeClass()]);
      expect(await classes.pageClasses(classId, 5)).toEqual([makeOtherClass()]);
      expect(await classes.pageClasses(otherClassId, 5)).toEqual([]);
    });

    it('is listed to those who sit in it, newest first', async () => {
      const { classes } = store();
      await fillClass(store(), 1);
      await classes.createClass(makeOtherClass(), otherKeys, instructor, null);
      const inOther = makeJoined(2, { classId: otherClassId });
      await classes.joinLearner(inOther, browserAt(1), limit);
      expect(await classes.listJoined(browserAt(1))).toEqual([makeOtherClass(), makeClass()]);
      expect(await classes.findJoinedClass(browserAt(1), classId)).toEqual(makeClass());
      expect(await classes.findJoinedClass(browserAt(2), classId)).toBeNull();
    });
  });

  describe('the keys of a class', () => {
    it('let a browser lead it, by link or recovery code, however often', async () => {
      const { classes } = store();
      await fillClass(store());
      const { linkHash, recoveryHash } = makeKeys();
      expect(await classes.admitInstructor({ linkHash }, colleague, 2000)).toBe(classId);
      expect(await classes.admitInstructor({ recoveryHash }, colleague, 3000)).toBe(classId);
      expect(await classes.findClass(classId, colleague)).toEqual(makeClass());
      await classes.dropInstructor(colleague);
      expect(await classes.findClass(classId, colleague)).toBeNull();
    });

    it('open nothing where they are wrong, or none', async () => {
      const { classes } = store();
      await fillClass(store());
      const { linkHash } = makeKeys();
      expect(await classes.admitInstructor({ linkHash: '9'.repeat(64) }, colleague, 1)).toBeNull();
      expect(await classes.admitInstructor({ recoveryHash: linkHash }, colleague, 1)).toBeNull();
      expect(await classes.admitInstructor({}, colleague, 1)).toBeNull();
      expect(await classes.listClasses(colleague)).toEqual([]);
    });

    it('can be replaced: the old ones open nothing, and other browsers are shut out', async () => {
      const { classes } = store();
      await fillClass(store());
      await classes.admitInstructor(makeKeys(), colleague, 2000);
      await classes.replaceKeys(classId, otherKeys, instructor);
      expect(await classes.findClass(classId, colleague)).toBeNull();
      expect(await classes.findClass(classId, instructor)).not.toBeNull();
      expect(await classes.admitInstructor(makeKeys(), colleague, 3000)).toBeNull();
      const { linkHash } = otherKeys;
      expect(await classes.admitInstructor({ linkHash }, colleague, 3000)).toBe(classId);
      await classes.replaceKeys(classId, makeKeys(), null);
      expect(await classes.findClass(classId, instructor)).toBeNull();
    });

    it('let nobody in who opens the old link while they are replaced', async () => {
      const { classes } = store();
      await fillClass(store());
      await Promise.all([
        ...Array.from({ length: 10 }, () => classes.admitInstructor(makeKeys(), colleague, 2000)),
        classes.replaceKeys(classId, otherKeys, instructor),
      ]);
      expect(await classes.admitInstructor(makeKeys(), colleague, 3000)).toBeNull();
      await classes.replaceKeys(classId, otherKeys, instructor);
      expect(await classes.findClass(classId, colleague)).toBeNull();
    });
  });

  describe('an invitation', () => {
    it('is listed oldest first, and gone once it is removed', async () => {
      const { classes } = store();
      const late = { hash: '5'.repeat(64), label: 'Room 2', createdAt: 20 };
      const early = { hash: '6'.repeat(64), label: 'Room\0 1', createdAt: 10 };
      await classes.addInvitation(late);
      await classes.addInvitation(early);
      expect(await classes.listInvitations()).toEqual([{ ...early, label: 'Room 1' }, late]);
      expect(await classes.removeInvitation(early.hash)).toBe(true);
      expect(await classes.removeInvitation(early.hash)).toBe(false);
      expect(await classes.listInvitations()).toEqual([late]);
    });
  });
}
