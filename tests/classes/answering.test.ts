import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Assignment, AssignmentSettings } from '../../src/lib/quiz/assignment.ts';
import type { Classroom } from '../../src/lib/quiz/classroom.ts';
import { ownerOfLearner, type AttemptId, type OwnerId } from '../../src/lib/quiz/ids.ts';
import type { Bank } from '../../src/lib/quiz/item.ts';
import type { Learner } from '../../src/lib/quiz/learner.ts';
import { makeApp } from '../../src/lib/server/app.ts';
import { answerStorm } from '../attempts/answer-storm.ts';
import { makeOwner, openSittingRoom, type SittingRoom } from '../attempts/sitting-room.ts';
import { instructor, makeClass } from './make-class.ts';

let room: SittingRoom;
let classroom: Classroom;
let assignment: Assignment;
let owner: OwnerId;
let learner: Learner;

async function open(settings: Partial<AssignmentSettings> = {}): Promise<void> {
  ({ classroom, assignment } = await makeClass(room.context, settings));
  owner = await joinAs('Learner 01');
  learner = (await room.store.classes.findLearnerAt(owner, classroom.id)) as Learner;
}

async function joinAs(name: string): Promise<OwnerId> {
  const browser = makeOwner();
  const joiner = { owner: browser, guesser: { browser, address: '192.0.2.1' } };
  await room.app.seats.joinClass(classroom.code, joiner, new Map([['name', [name]]]));
  return browser;
}

async function start(browser = owner, zone: string | null = null): Promise<AttemptId> {
  const result = await room.app.seats.startAssignment(assignment.id, browser, zone);
  if (result.kind !== 'started') throw new Error(`Not started: ${result.kind}`);
  return result.attemptId;
}

const answer = (attemptId: AttemptId, itemId: string, given: string, browser = owner) =>
  answerStorm(room, { attemptId, itemId, owner: browser }, given);
const task = async () => (await room.app.seats.showSeat(classroom.id, owner))?.tasks[0];
const close = () =>
  room.store.classes.updateAssignment(assignment.id, { closedAt: room.clock.now });

beforeEach(async () => {
  room = await openSittingRoom({ withTexts: true });
});
afterEach(() => room.store.close());

describe('an assignment', () => {
  it('is begun once by two tabs and two devices, and goes on on each', async () => {
    await open();
    const second = makeOwner();
    await room.app.seats.rejoinClass(
      classroom.code,
      { owner: second, guesser: { browser: second, address: '192.0.2.1' } },
      new Map([['rejoin', [learner.rejoinCode]]]),
    );
    const begun = await Promise.all([start(), start(), start(second)]);
    expect(new Set(begun).size).toBe(1);
    const [attempt] = begun as AttemptId[] as [AttemptId];
    await answer(attempt, 'repairs', 'Until Tuesday', second);
    expect(await task()).toMatchObject({
      step: { kind: 'go-on', attemptId: attempt, answered: 1 },
    });
    expect((await room.app.openItem(attempt, 'repairs', owner))?.kind).toBe('revealed');
    expect(await room.app.openItem(attempt, 'repairs', makeOwner())).toBeNull();
    expect(await room.app.showResults(attempt, makeOwner())).toBeNull();
  });

  it.each([
    ['Europe/Vienna', 'Europe/Vienna'],
    ['+01:00', null],
    ['Middle-Earth/Shire', null],
    ['', null],
    ['x'.repeat(5000), null],
    [null, null],
  ])('begun in the zone %j notes down %j', async (zone, kept) => {
    await open();
    const found = await room.store.findAttempt(await start(owner, zone), owner);
    expect(found?.inClass?.clientTz).toBe(kept);
  });

  it('says what there is to do, and how many attempts are left', async () => {
    await open({ attemptsAllowed: 2, closesAt: Date.UTC(2026, 5, 1, 12) });
    expect(await task()).toMatchObject({
      step: { kind: 'start' },
      left: 2,
      // Vienna is two hours ahead then.
      closesAt: new Date(Date.UTC(2026, 5, 1, 14)),
      results: [],
    });
    for (const number of [1, 2]) {
      const attempt = await start();
      await answer(attempt, 'repairs', 'Until Tuesday');
      await answer(attempt, 'households', '480123');
      expect((await task())?.results).toHaveLength(number);
    }
    expect(await task()).toMatchObject({ step: { kind: 'done' }, left: 0 });
    expect(await room.app.seats.startAssignment(assignment.id, owner, null)).toEqual({
      kind: 'used-up',
    });
    await room.store.classes.setAllowance({
      assignmentId: assignment.id,
      learnerId: learner.id,
      extraAttempts: 1,
      until: null,
    });
    expect(await task()).toMatchObject({ step: { kind: 'again' }, left: 1 });
  });

  it('is not begun where it is deleted meanwhile', async () => {
    await open();
    const { createClassAttempt } = room.store.classes;
    room.store.classes.createClassAttempt = async (attempt) => {
      await room.store.classes.eraseAssignment(assignment.id);
      return createClassAttempt(attempt);
    };
    expect(await room.app.seats.startAssignment(assignment.id, owner, null)).toEqual({
      kind: 'unknown',
    });
  });

  it('is finished without the questions that its quiz has withdrawn since', async () => {
    await open({ attemptsAllowed: 2 });
    const first = await start();
    await answer(first, 'repairs', 'Until Tuesday');
    const bank = [...room.context.library.banks.values()][0] as Bank;
    const items = bank.items.filter(({ id }) => id !== 'households');
    const library = { ...room.context.library, banks: new Map([[bank.id, { ...bank, items }]]) };
    const app = makeApp({ ...room.context, library });
    const page = await app.seats.showSeat(classroom.id, owner);
    expect(page?.tasks[0]).toMatchObject({ step: { kind: 'again' }, left: 1 });
    const learners = await app.teaching.showLearners(classroom.id, instructor);
    expect(learners?.learners[0]?.progress).toEqual(['done']);
    const shown = await app.teaching.showAssignment(assignment.id, instructor);
    expect(shown).toMatchObject({ begun: 1, finished: 1 });
    const again = await app.seats.startAssignment(assignment.id, owner, null);
    expect(again).toMatchObject({ kind: 'started' });
    expect(again).not.toMatchObject({ attemptId: first });
  });

  it('that has closed takes nothing more, and says what was not reached', async () => {
    await open();
    const attempt = await start();
    await answer(attempt, 'repairs', 'Until Tuesday');
    await close();
    const where = { attemptId: attempt, itemId: 'households', owner };
    const fields = new Map([['version', ['1']]]);
    expect(await room.app.answerItem(where, fields)).toEqual({ kind: 'closed' });
    expect(await room.app.openItem(attempt, 'households', owner)).toEqual({ kind: 'closed' });
    expect(await room.app.showResults(attempt, owner)).toMatchObject({
      kind: 'results',
      home: `/classes/${classroom.id}`,
      homeName: classroom.name,
      points: '1',
      maxPoints: '2',
      notReached: 1,
      asksCertainty: false,
    });
    expect(await task()).toMatchObject({
      step: { kind: 'closed' },
      results: [{ attemptId: attempt, attemptNo: 1 }],
    });
    expect(await room.app.seats.startAssignment(assignment.id, owner, null)).toEqual({
      kind: 'closed',
    });
  });

  it('whose score was corrected says so, with the teacher’s reason', async () => {
    await open();
    const attempt = await start();
    await answer(attempt, 'repairs', 'Until Sunday');
    await room.store.classes.addRescore({
      id: 'rsc_1',
      assignmentId: assignment.id,
      itemId: assignment.itemIds[0] as Assignment['itemIds'][number],
      kind: 'full-marks',
      accepted: null,
      reason: 'The report can be read both ways.',
      createdAt: room.clock.now,
      withdrawnAt: null,
    });
    await close();
    const note = { kind: 'full-marks', reason: 'The report can be read both ways.' };
    expect(await room.app.openItem(attempt, 'repairs', owner)).toMatchObject({
      kind: 'revealed',
      rescores: [note],
      reveal: { grade: 'right' },
    });
    expect(await room.app.showResults(attempt, owner)).toMatchObject({
      points: '1',
      corrections: [{ position: 1, ...note }],
    });
  });

  it('that is tried out leads back to the instructor’s page', async () => {
    await open();
    const browser = makeOwner();
    const tried = await room.app.teaching.tryAssignment(assignment.id, instructor, browser);
    if (tried.kind !== 'started') throw new Error('The instructor may try it');
    expect(await room.app.openItem(tried.attemptId, 'repairs', browser)).toMatchObject({
      home: `/teach/assignments/${assignment.id}`,
      homeName: assignment.title,
    });
  });
});

describe('what is right, in a class that sees it after closing', () => {
  /** Everything beside the attempt that a browser sees of its answers. */
  async function seenElsewhere(): Promise<string> {
    return JSON.stringify([
      await room.app.showRecord(owner),
      await room.app.exportRecord(owner),
      await room.app.showSource('wire', owner),
      await room.app.showKey('storm', owner),
      await room.app.showWorksheet('storm', owner),
      await room.app.showExplainer('night', owner),
      await room.app.answerAgain(owner),
      await room.app.seats.showSeat(classroom.id, owner),
    ]);
  }

  it('is kept back on every page while it is open, and shown once it has closed', async () => {
    await open({ feedback: 'after-close' });
    const before = await seenElsewhere();
    const attempt = await start();
    await answer(attempt, 'repairs', 'Until Sunday');
    const kept = await room.app.openItem(attempt, 'repairs', owner);
    expect(kept).toMatchObject({ kind: 'kept', next: 'households' });
    expect(JSON.stringify(kept)).not.toMatch(/zq[a-z]+zq/);
    const where = { attemptId: attempt, itemId: 'repairs', owner };
    expect(await room.app.reportItem(where, new Map([['comment', ['Early']]]))).toEqual({
      kind: 'unknown',
    });
    await answer(attempt, 'households', '480123');
    expect(await room.app.showResults(attempt, owner)).toEqual({
      kind: 'kept',
      home: `/classes/${classroom.id}`,
    });
    expect(await room.app.retryMissed(attempt, owner)).toBeNull();
    const strip = (seen: string) => JSON.stringify((JSON.parse(seen) as unknown[]).slice(0, -1));
    expect(strip(await seenElsewhere())).toBe(strip(before));
    expect(await task()).toMatchObject({ step: { kind: 'done' }, isKept: true, results: [] });
    await close();
    expect((await room.app.openItem(attempt, 'repairs', owner))?.kind).toBe('revealed');
    expect(await room.app.showResults(attempt, owner)).toMatchObject({ kind: 'results' });
    expect(await seenElsewhere()).toContain('zqwhyonezq');
  });

  it('stays kept back for a learner who was given more time', async () => {
    await open({ feedback: 'after-close' });
    const attempt = await start();
    await answer(attempt, 'repairs', 'Until Sunday');
    await close();
    const until = room.clock.now + 60_000;
    await room.store.classes.setAllowance({
      assignmentId: assignment.id,
      learnerId: learner.id,
      extraAttempts: 0,
      until,
    });
    expect((await room.app.openItem(attempt, 'repairs', owner))?.kind).toBe('kept');
    expect((await room.app.showKey('storm', owner))?.answers).toEqual([]);
    expect((await room.app.openItem(attempt, 'households', owner))?.kind).toBe('open');
    expect(await answer(attempt, 'households', '480123')).toEqual({ kind: 'stored' });
    room.clock.now = until;
    expect((await room.app.openItem(attempt, 'repairs', owner))?.kind).toBe('revealed');
    expect((await room.app.showKey('storm', owner))?.answers).toHaveLength(2);
    expect(await room.store.listAnswers(attempt, ownerOfLearner(learner.id))).toHaveLength(2);
  });
});
