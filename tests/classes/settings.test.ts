import { beforeEach, describe, expect, it } from 'vitest';
import type { Assignment } from '../../src/lib/quiz/assignment.ts';
import type { Classroom } from '../../src/lib/quiz/classroom.ts';
import { isAttemptId, type InstructorId, type ItemId } from '../../src/lib/quiz/ids.ts';
import { deleteEndedClasses } from '../../src/lib/server/classes/delete-class.ts';
import { enteredSettings } from '../../src/lib/server/classes/class-settings.ts';
import { makeOwner, openSittingRoom, type SittingRoom } from '../attempts/sitting-room.ts';
import { instructor, makeClass } from './make-class.ts';

const stranger = 'f'.repeat(64) as InstructorId;

let room: SittingRoom;
let classroom: Classroom;
let assignment: Assignment;
beforeEach(async () => {
  room = await openSittingRoom();
  ({ classroom, assignment } = await makeClass(room.context, {
    itemIds: ['repairs', 'publisher'],
  }));
});

const found = () => room.store.classes.findClass(classroom.id, instructor);
const change = (fields: Readonly<Record<string, string>>) =>
  room.app.teaching.changeSettings(
    classroom.id,
    instructor,
    new Map(Object.entries(fields).map(([name, value]) => [name, [value]])),
  );

describe('the settings of a class', () => {
  it('begin with 180 days', () => {
    expect(enteredSettings(classroom)).toMatchObject({ zone: 'Europe/Vienna', ends: '2026-06-30' });
  });

  it('take name, zone and last day, which is over at midnight in the zone', async () => {
    const given = { name: ' Class 7c ', zone: 'America/New_York', ends: '2026-02-01' };
    expect(await change(given)).toEqual({ kind: 'done' });
    expect(await found()).toMatchObject({
      name: 'Class 7c',
      timeZone: 'America/New_York',
      endsAt: Date.UTC(2026, 1, 2, 5),
    });
  });

  it('leave the end to the minute as it is where the day stays', async () => {
    expect(await change({ name: 'Class 7c', zone: 'Europe/Vienna', ends: '2026-06-30' })).toEqual({
      kind: 'done',
    });
    expect((await found())?.endsAt).toBe(classroom.endsAt);
  });

  it.each([
    ['name', { name: ' ' }, /nothing is written there/],
    ['name', { name: 'x'.repeat(10_000) }, /200 is the most/],
    ['zone', { zone: 'Middle/Earth' }, /“Middle\/Earth” is none that is known here/],
    ['ends', { ends: '2026-02-30' }, /“2026-02-30” is not a day/],
    ['ends', { ends: 'x'.repeat(10_000) }, /is not a day/],
    ['ends', { ends: '2026-01-01' }, /later than today/],
    ['ends', { ends: '2031-01-02' }, /within 5 years: January 1, 2031/],
  ])('say what is wrong with the %s, and change nothing', async (field, given, words) => {
    const result = await change({ name: 'Class 7c', ...given });
    expect(result).toMatchObject({
      kind: 'refused',
      faults: [{ field, message: expect.stringMatching(words) as string }],
    });
    expect(await found()).toEqual(classroom);
  });

  it('belong to the class’s instructor', async () => {
    const { teaching } = room.app;
    const fields = new Map([['name', ['x']]]);
    expect(await teaching.changeSettings(classroom.id, stranger, fields)).toEqual({
      kind: 'unknown',
    });
    expect(await teaching.showContents(classroom.id, stranger)).toBeNull();
    expect(await teaching.anonymiseClass(classroom.id, stranger)).toBe(false);
    expect(await teaching.deleteClass(classroom.id, stranger)).toBeNull();
    expect(await found()).toEqual(classroom);
  });
});

/** Somebody who joined under a name and answered both questions, one in words of their own. */
async function answered(name: string, words: string) {
  const owner = makeOwner();
  const guesser = { browser: owner, address: '192.0.2.1' };
  const { seats, answerItem, openItem } = room.app;
  await seats.joinClass(classroom.code, { owner, guesser }, new Map([['name', [name]]]));
  const started = await seats.startAssignment(assignment.id, owner, 'Europe/Vienna');
  if (started.kind !== 'started') throw new Error('The assignment is open');
  const { attemptId } = started;
  for (const [itemId, field, value] of [
    ['repairs', 'choice', '1'],
    ['publisher', 'entry', words],
  ] as const) {
    await openItem(attemptId, itemId, owner);
    const item = room.context.library.banks
      .get(assignment.bankId)
      ?.items.find(({ id }) => id === itemId);
    const fields = new Map([
      ['version', [String(item?.version)]],
      [field, [value]],
    ]);
    expect(await answerItem({ attemptId, itemId, owner }, fields)).toEqual({ kind: 'stored' });
  }
  const learner = await room.store.classes.findLearnerAt(owner, classroom.id);
  if (!learner) throw new Error('The learner has joined');
  return { owner, attemptId, learner };
}

describe('anonymising a class', () => {
  it('leaves what was chosen and takes what tells who chose it', async () => {
    const { owner, attemptId, learner } = await answered('Learner with a name', 'My own words');
    const seed = (await room.store.findAttempt(attemptId, owner))?.seed;
    expect(await room.app.teaching.anonymiseClass(classroom.id, instructor)).toBe(true);
    const [after] = await room.store.classes.listLearners(classroom.id);
    expect(after).toMatchObject({ displayName: 'Learner 01', studentNumber: null });
    expect(after?.id).not.toBe(learner.id);
    expect(await room.app.openItem(attemptId, 'repairs', owner)).toBeNull();
    const [kept] = await room.store.classes.listClassAttempts(assignment.id);
    if (!kept) throw new Error('The attempt is kept');
    expect(kept.attempt.owner).toBe(after?.id);
    expect(kept.attempt.id).not.toBe(attemptId);
    expect(isAttemptId(kept.attempt.id)).toBe(true);
    expect(kept.attempt.seed).not.toBe(seed);
    const own = await room.store.classes.listAnswersOf([kept.attempt.id]);
    const responseOf = (id: string) => own.find(({ itemId }) => itemId === id)?.response;
    expect(responseOf('repairs')).not.toBeNull();
    expect(responseOf('publisher')).toBeNull();
    expect(JSON.stringify(own)).not.toContain('My own words');
  });

  it('keeps the points of an answer that a correction accepts', async () => {
    await answered('Learner 01', 'Example Gazette');
    await room.store.classes.addRescore({
      id: 'res_1',
      assignmentId: assignment.id,
      itemId: 'publisher' as ItemId,
      kind: 'accept',
      accepted: 'Example Gazette',
      reason: 'It is called so too.',
      createdAt: room.clock.now,
      withdrawnAt: null,
    });
    await room.app.teaching.anonymiseClass(classroom.id, instructor);
    const [kept] = await room.store.classes.listClassAttempts(assignment.id);
    const answers = await room.store.classes.listAnswersOf(kept ? [kept.attempt.id] : []);
    expect(answers.find(({ itemId }) => itemId === 'publisher')).toMatchObject({
      response: null,
      points: 1,
      correct: true,
    });
  });

  it('gives names in an order that tells nothing of the old one', async () => {
    const list = Array.from({ length: 40 }, (_, index) => `Name ${index + 10}`);
    await room.app.teaching.addLearners(classroom.id, instructor, list.join('\n'));
    const before = await room.store.classes.listLearners(classroom.id);
    const rename: string[] = [];
    const { classes } = room.store;
    const spied = { ...room.store, classes: { ...classes } };
    spied.classes.anonymiseClass = (id, names, ...rest) => {
      rename.push(
        ...before.map(({ id: was }) => names.find((each) => each.was === was)?.displayName ?? ''),
      );
      return classes.anonymiseClass(id, names, ...rest);
    };
    const { anonymiseClass } = await import('../../src/lib/server/classes/anonymise-class.ts');
    await anonymiseClass({ ...room.context, store: spied }, classroom.id, instructor);
    expect(new Set(rename).size).toBe(40);
    expect(rename).not.toEqual(rename.toSorted());
  });
});

describe('deleting a class', () => {
  it('says what goes, and what went', async () => {
    await answered('Learner 01', 'words');
    const contents = { learners: 1, assignments: 1, attempts: 1, answers: 2, reports: 0 };
    const shown = await room.app.teaching.showContents(classroom.id, instructor);
    expect(shown).toMatchObject({ contents, ownWords: 1 });
    const gone = await room.app.teaching.deleteClass(classroom.id, instructor);
    expect(gone).toMatchObject(contents);
    expect(await found()).toBeNull();
    expect(await room.app.teaching.deleteClass(classroom.id, instructor)).toBeNull();
  });
});

describe('a class past its end', () => {
  it('is found by nobody, before it is deleted and after', async () => {
    const { owner, attemptId } = await answered('Learner 01', 'words');
    const isThere = async () => [
      (await room.app.teaching.showLearners(classroom.id, instructor)) !== null,
      (await room.app.teaching.showContents(classroom.id, instructor)) !== null,
      (await room.app.openItem(attemptId, 'repairs', owner)) !== null,
      (await room.app.teaching.listClasses(instructor)).length > 0,
    ];
    room.clock.now = classroom.endsAt - 1;
    expect(await isThere()).toEqual([true, true, true, true]);
    room.clock.now = classroom.endsAt;
    expect(await isThere()).toEqual([false, false, false, false]);
    expect(await found()).not.toBeNull();
    await deleteEndedClasses(room.context);
    expect(await found()).toBeNull();
    expect(await isThere()).toEqual([false, false, false, false]);
  });
});
