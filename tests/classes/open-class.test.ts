import { beforeEach, describe, expect, it } from 'vitest';
import { makeApp } from '../../src/lib/server/app.ts';
import { hashOf } from '../../src/lib/server/classes/class-secrets.ts';
import { readClassPolicy } from '../../src/lib/server/classes/class-policy.ts';
import type { AssignmentId, ClassId } from '../../src/lib/quiz/ids.ts';
import { openSittingRoom, type SittingRoom } from '../attempts/sitting-room.ts';
import { answerSome, join, makeInstructor, newClass, openClass, settings } from './classroom.ts';

let room: SittingRoom;
beforeEach(async () => {
  room = await openSittingRoom();
});

const instructor = makeInstructor();
const stranger = makeInstructor();

describe('a class', () => {
  it('opens with all of a quiz, a code in threes and an end in 180 days', async () => {
    const { classroom, assignment } = await openClass(room, instructor);
    const shown = await room.app.teaching.showClass(classroom.id, instructor);
    expect(shown?.code).toMatch(/^[A-Z0-9]{3} [A-Z0-9]{3} [A-Z0-9]{3}$/);
    expect(shown?.assignments).toEqual([
      { id: assignment.id, title: 'The storm', items: 11, isOpen: true, begun: 0, finished: 0 },
    ]);
    expect(classroom.endsAt - room.clock.now).toBe(180 * 86_400_000);
  });

  it('takes some items, in the order of the quiz', async () => {
    const { assignment } = await openClass(room, instructor, { itemIds: ['schools', 'repairs'] });
    expect(assignment.itemIds).toEqual(['repairs', 'schools']);
  });

  it('is opened with nothing that is not served', async () => {
    const { teaching } = room.app;
    expect(await teaching.openClass({ ...newClass, bankId: 'thunder' }, instructor)).toBeNull();
    expect(await teaching.openClass({ ...newClass, itemIds: ['none'] }, instructor)).toBeNull();
    expect(await teaching.listClasses(instructor)).toEqual([]);
  });

  it('opens with the learners of its list', async () => {
    const list = 'Name;ID number\nLearner 02;8\nLearner 01;7';
    const { classroom } = await openClass(room, instructor, { learnersBy: 'number', list });
    const listed = await room.store.classes.listLearners(classroom.id);
    expect(listed).toMatchObject([
      { displayName: 'Learner 01', studentNumber: '7', joinedAt: null },
      { displayName: 'Learner 02', studentNumber: '8', joinedAt: null },
    ]);
  });

  it('is not opened where one line of its list can’t be taken', async () => {
    const { teaching } = room.app;
    const list = 'Learner 01\nlearner 01\n\u200b';
    expect(teaching.listFaults(' \n')).toEqual([]);
    expect(teaching.listFaults(list)).toEqual([
      expect.stringMatching(/^Line 2: .*line 1 too/),
      expect.stringMatching(/^Line 3: no name/),
    ]);
    const many = Array.from({ length: room.context.classLimit + 1 }, (_, n) => `Learner ${n}`);
    expect(teaching.listFaults(many.join('\n'))).toEqual([expect.stringMatching(/at most/)]);
    expect(await teaching.openClass({ ...newClass, list }, instructor)).toBeNull();
    expect(await teaching.listClasses(instructor)).toEqual([]);
  });

  it('counts who joined, began and finished, one learner once', async () => {
    const opened = await openClass(room, instructor, {
      settings: { ...settings, attemptsAllowed: null },
    });
    const [first, second] = [
      await join(room, opened, 'Learner 01'),
      await join(room, opened, 'Learner 02'),
    ];
    await join(room, opened, 'Learner 03');
    await answerSome(room, opened, first, 11);
    await answerSome(room, opened, first, 2);
    await answerSome(room, opened, second, 1);
    const shown = await room.app.teaching.showClass(opened.classroom.id, instructor);
    expect(shown?.joined).toBe(3);
    expect(shown?.assignments[0]).toMatchObject({ begun: 2, finished: 1 });
  });

  it('shows on the projector no name and no id of anybody', async () => {
    const opened = await openClass(room, instructor);
    const { id } = await join(room, opened, 'Learner 01');
    const projected = await room.app.teaching.projectClass(opened.classroom.id, instructor);
    expect(projected).toMatchObject({ joined: 1, title: 'The storm', name: 'Class 7b' });
    const said = JSON.stringify(projected);
    expect(said).not.toContain('Learner 01');
    expect(said).not.toContain(id);
  });
});

describe('somebody who does not lead the class', () => {
  it.each([
    ['another instructor', stranger],
    ['nobody', null],
  ])('finds and changes nothing of it: %s', async (_name, who) => {
    const opened = await openClass(room, instructor);
    const classId: ClassId = opened.classroom.id;
    const id: AssignmentId = opened.assignment.id;
    const { teaching } = room.app;
    const given = { bankId: 'storm', itemIds: [], settings };
    expect(await teaching.showClass(classId, who)).toBeNull();
    expect(await teaching.projectClass(classId, who)).toBeNull();
    expect(await teaching.renewKeys(classId, who)).toBeNull();
    expect(await teaching.addAssignment(classId, given, who)).toBeNull();
    expect(await teaching.showAssignment(id, who)).toBeNull();
    expect(await teaching.changeAssignment(id, { ...settings, title: 'x' }, who)).toBe(false);
    expect(await teaching.closeAssignment(id, who)).toBe(false);
    expect(await teaching.reopenAssignment(id, who)).toBe(false);
    expect(await teaching.deleteAssignment(id, who)).toBeNull();
    expect(await teaching.listClasses(who)).toEqual([]);
    expect(await room.store.classes.findAssignment(id)).toEqual(opened.assignment);
    const link = { linkHash: hashOf(opened.secrets.link) };
    expect(await room.store.classes.admitInstructor(link, instructor, 0)).toBe(classId);
  });

  it('finds nothing under ids that are none', async () => {
    for (const id of ['', '1', 'constructor', `cls_${'a'.repeat(26)}`]) {
      expect(await room.app.teaching.showClass(id, instructor)).toBeNull();
      expect(await room.app.teaching.showAssignment(id, instructor)).toBeNull();
    }
  });
});

describe('who may open classes', () => {
  it('is everybody, unless the instance says otherwise', () => {
    expect(readClassPolicy({})).toEqual({ kind: 'open' });
  });

  it('is whoever knows the password', async () => {
    const policy = readClassPolicy({ CLASS_PASSWORD: 'storm lantern' });
    const { teaching } = makeApp(room.context, policy);
    expect(await teaching.openClass(newClass, instructor)).toBeNull();
    expect(await teaching.openClass(newClass, instructor, 'storm')).toBeNull();
    expect(await teaching.openClass(newClass, instructor, 'storm lantern')).not.toBeNull();
  });

  it('is whoever was invited, until the invitation is taken back', async () => {
    const { teaching } = makeApp(room.context, readClassPolicy({ CLASS_CREATION: 'invited' }));
    const hash = hashOf('code-1');
    await room.store.classes.addInvitation({ hash, label: 'Teacher 01', createdAt: 0 });
    expect(await teaching.openClass(newClass, instructor, 'code-2')).toBeNull();
    expect(await teaching.openClass(newClass, instructor, ' code-1 ')).not.toBeNull();
    await room.store.classes.removeInvitation(hash);
    expect(await teaching.openClass(newClass, instructor, 'code-1')).toBeNull();
  });

  it.each([
    [{ CLASS_CREATION: 'closed' }, 'CLASS_CREATION is “closed”'],
    [{ CLASS_CREATION: 'invited', CLASS_PASSWORD: 'x' }, 'Keep one of them'],
  ])('is said in words where the settings can’t be used: %o', (env, words) => {
    expect(() => readClassPolicy(env)).toThrow(words);
  });
});
