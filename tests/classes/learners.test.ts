import { beforeEach, describe, expect, it } from 'vitest';
import { ownerOfLearner, type InstructorId, type LearnerId } from '../../src/lib/quiz/ids.ts';
import type { Assignment } from '../../src/lib/quiz/assignment.ts';
import type { Classroom } from '../../src/lib/quiz/classroom.ts';
import { makeOwner, openSittingRoom, type SittingRoom } from '../attempts/sitting-room.ts';
import { instructor, makeClass } from './make-class.ts';

const stranger = 'f'.repeat(64) as InstructorId;

let room: SittingRoom;
let classroom: Classroom;
let assignment: Assignment;
beforeEach(async () => {
  room = await openSittingRoom({ classLimit: 5 });
  ({ classroom, assignment } = await makeClass(room.context, { attemptsAllowed: 1 }));
});

const paste = (text: string) => room.app.teaching.addLearners(classroom.id, instructor, text);
const names = async () =>
  (await room.store.classes.listLearners(classroom.id)).map(({ displayName }) => displayName);
const shown = async () => {
  const page = await room.app.teaching.showLearners(classroom.id, instructor);
  if (!page) throw new Error('The instructor leads the class');
  return page.learners;
};
/** Adds two learners and gives a way to name the first. */
async function two() {
  await paste('Learner 01\nLearner 02');
  const [first] = await shown();
  const learnerId = first?.id ?? '';
  return { classId: classroom.id, learnerId, instructor };
}

describe('a pasted list', () => {
  it('is taken as a whole: a column of names, or an export', async () => {
    expect(await paste('Learner 01\n\n Learner 02 ')).toMatchObject({ kind: 'added' });
    const table = 'Last name;First name;ID number\nLast;First;007\n';
    expect(await paste(table)).toMatchObject({ kind: 'added' });
    expect(await names()).toEqual(['First Last', 'Learner 01', 'Learner 02']);
    expect((await shown())[0]).toMatchObject({
      lastName: 'Last',
      studentNumber: '007',
      isJoined: false,
      code: expect.stringMatching(/^\w{3} \w{3}$/) as string,
      progress: ['none'],
    });
  });

  it.each([
    ['a name that the class has', 'Learner 09\nlearner  01', [/^Line 2: .*in the class already/]],
    ['a name twice', 'Learner 08\nLearner 09\nLEARNER\u00a008', [/^Line 3: .*line 1 too/]],
    ['a name twice but for NUL', 'Learner 08\nLearner\0 08', [/^Line 2: .*line 1 too/]],
    ['a name of 10,000 signs', `Learner 09\n${'x'.repeat(10_000)}`, [/^Line 2: .*longer than 200/]],
    ['a name that nobody sees', 'Learner 09\n\u200b', [/^Line 2: no name/]],
    [
      'several faults',
      'Learner 01\n\u2060\nLearner 01',
      [/^Line 1/, /^Line 2/, /^Line 3/, /^Line 3/],
    ],
    [
      'a number that the class has',
      'Name;ID number\nLearner 08;8\nLearner 09; 007 ',
      [/^Line 3: .*“007” already/],
    ],
    ['a header that names no name', 'Points;Group\n3;B', [/^Line 1: .*which column/]],
    ['more than have room', 'a\nb\nc\nd\ne', [/5 learners.*room for 4 more.*5 at most/]],
    ['nothing', ' \n', [/names nobody/]],
  ])('with %s is not taken at all, and each bad line is named', async (_what, text, faults) => {
    await paste('Name;ID number\nLearner 01;007');
    const result = await paste(text);
    expect(result).toMatchObject({
      kind: 'refused',
      faults: faults.map((fault) => expect.stringMatching(fault) as string),
    });
    expect(await names()).toEqual(['Learner 01']);
  });

  it('keeps names as they are written, however odd', async () => {
    const odd = ['=cmd|x', '+1', '@x', '\u202eeman', '“quoted”', '😀'];
    room = await openSittingRoom();
    ({ classroom } = await makeClass(room.context));
    expect(await paste(odd.join('\n'))).toMatchObject({ kind: 'added' });
    expect((await names()).toSorted()).toEqual(odd.toSorted());
  });

  it('is refused to another instructor', async () => {
    const add = room.app.teaching.addLearners(classroom.id, stranger, 'Learner 01');
    expect(await add).toEqual({ kind: 'unknown' });
    expect(await room.app.teaching.showLearners(classroom.id, stranger)).toBeNull();
  });
});

describe('a learner', () => {
  it('is renamed, in words or plainly', async () => {
    const which = await two();
    const { teaching } = room.app;
    expect(await teaching.renameLearner(which, ' Another ')).toMatchObject({ kind: 'done' });
    expect(await teaching.renameLearner(which, null)).toMatchObject({ kind: 'done' });
    expect(await names()).toEqual(['Learner 01', 'Learner 02']);
  });

  it.each([
    ['another’s name', 'learner 02', /Somebody else/],
    ['nothing that is seen', '\u200b \u3164', /at least one sign/],
    ['10,000 signs', 'x'.repeat(10_000), /longer than 200/],
  ])('keeps the name where the new one is %s', async (_what, name, words) => {
    const result = await room.app.teaching.renameLearner(await two(), name);
    expect(result).toEqual({ kind: 'refused', said: expect.stringMatching(words) as string });
    expect(await names()).toEqual(['Learner 01', 'Learner 02']);
  });

  it('gets a new code; the old one opens nothing any more', async () => {
    const which = await two();
    const before = await room.store.classes.findLearner(which.learnerId as LearnerId);
    expect(await room.app.teaching.renewRejoinCode(which)).toMatchObject({ kind: 'done' });
    const { findLearnerByRejoinCode } = room.store.classes;
    expect(await findLearnerByRejoinCode(classroom.id, before?.rejoinCode ?? '')).toBeNull();
  });

  it('goes with all that was answered, and comes back to no device', async () => {
    const which = await two();
    const owner = makeOwner();
    await room.store.classes.bindDevice(which.learnerId as LearnerId, owner, room.clock.now);
    await room.app.seats.startAssignment(assignment.id, owner, null);
    expect((await shown())[0]).toMatchObject({ progress: ['working'], attempts: 1, answers: 0 });
    expect(await room.app.teaching.removeLearner(which)).toEqual({
      kind: 'done',
      said: expect.stringMatching(/1 attempt and no answer/) as string,
    });
    expect(await names()).toEqual(['Learner 02']);
    expect(await room.store.classes.listJoined(owner)).toEqual([]);
    expect(await room.app.teaching.removeLearner(which)).toEqual({ kind: 'unknown' });
  });

  it('is nobody’s but the instructor’s of the class', async () => {
    const which = { ...(await two()), instructor: stranger };
    const { teaching } = room.app;
    const other = await makeClass(room.context);
    for (const each of [which, { ...which, instructor, classId: other.classroom.id }]) {
      expect(await teaching.renameLearner(each, 'x')).toEqual({ kind: 'unknown' });
      expect(await teaching.renewRejoinCode(each)).toEqual({ kind: 'unknown' });
      expect(await teaching.removeLearner(each)).toEqual({ kind: 'unknown' });
      const more = teaching.allowMore(each, assignment.id, { kind: 'attempt', had: 0 });
      expect(await more).toEqual({ kind: 'unknown' });
    }
    expect(await names()).toEqual(['Learner 01', 'Learner 02']);
  });
});

describe('what a single learner gets beyond the others', () => {
  it('is one more attempt, and then another, each once however often its form is sent', async () => {
    const which = await two();
    const owner = makeOwner();
    await room.store.classes.bindDevice(which.learnerId as LearnerId, owner, room.clock.now);
    const { allowMore } = room.app.teaching;
    for (const had of [0, 0, 1, 1]) {
      const more = { kind: 'attempt', had } as const;
      expect(await allowMore(which, assignment.id, more)).toMatchObject({ kind: 'done' });
    }
    expect(await room.store.classes.listAllowances(assignment.id)).toMatchObject([
      { learnerId: which.learnerId, extraAttempts: 2, until: null },
    ]);
    await room.app.teaching.allowMore(which, assignment.id, { kind: 'none' });
    expect((await shown())[0]?.allowances).toEqual([]);
  });

  it('is time, told in the class’s zone, after which nothing is taken', async () => {
    const which = await two();
    await room.store.classes.updateAssignment(assignment.id, { closedAt: room.clock.now });
    const until = { kind: 'time', until: '2026-01-02T14:00' } as const;
    expect(await room.app.teaching.allowMore(which, assignment.id, until)).toEqual({
      kind: 'done',
      said: 'Learner 01 may answer “The storm” until January 2, 2026, 2:00 PM.',
    });
    const owner = makeOwner();
    await room.store.classes.bindDevice(which.learnerId as LearnerId, owner, room.clock.now);
    room.clock.now = Date.UTC(2026, 0, 2, 12, 59);
    const started = await room.app.seats.startAssignment(assignment.id, owner, null);
    expect(started).toMatchObject({ kind: 'started' });
    const own = ownerOfLearner(which.learnerId as LearnerId);
    expect(await room.store.classes.listOwnAttempts(assignment.id, own)).toHaveLength(1);
    room.clock.now = Date.UTC(2026, 0, 2, 13);
    const late = await room.app.seats.startAssignment(assignment.id, owner, null);
    expect(late).toEqual({ kind: 'closed' });
  });

  it.each([
    ['no time', 'soon', /Choose a day and a time/],
    ['over', '2025-12-31T23:00', /is over/],
    ['after the class has ended', '2031-01-01T00:00', /ends on/],
  ])('is refused where it is %s', async (_what, until, words) => {
    const which = await two();
    const more = { kind: 'time', until } as const;
    const result = await room.app.teaching.allowMore(which, assignment.id, more);
    expect(result).toEqual({ kind: 'refused', said: expect.stringMatching(words) as string });
    expect(await room.store.classes.listAllowances(assignment.id)).toEqual([]);
  });
});
