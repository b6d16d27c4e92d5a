import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ItemId } from '../../src/lib/quiz/ids.ts';
import type { OpenedClass } from '../../src/lib/server/classes/open-class.ts';
import { answerStorm, finishStorm } from '../attempts/answer-storm.ts';
import { openSittingRoom, type SittingRoom } from '../attempts/sitting-room.ts';
import {
  beginAssignment,
  makeInstructor,
  openStormClass,
  seatLearner,
  type SeatedLearner,
} from './live-room.ts';

const minuteMs = 60_000;
const instructor = makeInstructor();

let room: SittingRoom;
let opened: OpenedClass;
beforeEach(async () => {
  room = await openSittingRoom();
  opened = await openStormClass(room.context, instructor.id);
});
afterEach(() => room.store.close());

const seat = (name: string, more?: { hasJoined: boolean }) =>
  seatLearner(room.context, opened, name, more);
const begin = (learner: SeatedLearner) =>
  beginAssignment(room.context, opened.assignment.id, learner);

/** Begins, and answers the first question. */
async function answer(learner: SeatedLearner, given: string, certainty = 'skip') {
  const where = { attemptId: await begin(learner), itemId: 'repairs', owner: learner.owner };
  const result = await answerStorm(room, where, given, { certainty: [certainty] });
  expect(result.kind).toBe('stored');
  return where;
}

async function live() {
  const page = await room.app.teaching.showLive(opened.assignment.id, instructor.id);
  if (!page) throw new Error('The class is led by this browser');
  return page;
}

describe('the live view', () => {
  it('says of each learner how far they are', async () => {
    await seat('Learner 01', { hasJoined: false });
    await seat('Learner 02');
    const stalled = await seat('Learner 03');
    const done = await seat('Learner 04');
    const working = await seat('Learner 05');
    await answer(stalled, 'Until Sunday');
    await finishStorm(room, { attemptId: await begin(done), owner: done.owner });
    room.clock.now += 3 * minuteMs;
    await answer(working, 'Until Sunday');
    const { inState, joined, learners } = await live();
    expect(
      learners.map(({ name, state, answered, minutesAgo }) => [name, state, answered, minutesAgo]),
    ).toEqual([
      ['Learner 01', 'absent', 0, null],
      ['Learner 02', 'not-started', 0, null],
      ['Learner 03', 'stalled', 1, 3],
      ['Learner 04', 'done', 11, 3],
      ['Learner 05', 'working', 1, 0],
    ]);
    expect(joined).toBe(4);
    expect(inState).toEqual({
      absent: 1,
      'not-started': 1,
      stalled: 1,
      working: 1,
      done: 1,
      unfinished: 0,
    });
  });

  it('counts each item as its answers, counted anew, say', async () => {
    await answer(await seat('Learner 01'), 'Until Tuesday', '90');
    await answer(await seat('Learner 02'), 'Until Sunday', '75');
    await answer(await seat('Learner 03'), 'Until Friday', '60');
    const [first, second] = (await live()).items;
    expect(first).toMatchObject({
      id: 'repairs',
      position: 1,
      answered: 3,
      right: 1,
      partly: 0,
      wrong: 2,
      confidentlyWrong: 1,
    });
    expect(second).toMatchObject({ id: 'wire-states', answered: 0, right: 0 });
  });

  it('counts first attempts alone, and tells of the newest', async () => {
    await room.store.classes.updateAssignment(opened.assignment.id, { attemptsAllowed: 2 });
    const learner = await seat('Learner 01');
    await finishStorm(room, { attemptId: await begin(learner), owner: learner.owner });
    await answer(learner, 'Until Tuesday');
    const { items, learners } = await live();
    expect(items[0]?.answered).toBe(1);
    expect(learners[0]).toMatchObject({ attemptNo: 2, answered: 1, state: 'working' });
  });

  it('does not count an instructor who tries it out', async () => {
    const { owner } = await seat('Learner 01');
    const tried = await room.app.teaching.tryAssignment(
      opened.assignment.id,
      instructor.id,
      `${owner.slice(1)}0` as typeof owner,
    );
    expect(tried.kind).toBe('started');
    expect((await live()).learners.map(({ state }) => state)).toEqual(['not-started']);
  });

  it('calls nobody stalled once it is closed', async () => {
    await answer(await seat('Learner 01'), 'Until Sunday');
    await room.store.classes.updateAssignment(opened.assignment.id, { closedAt: room.clock.now });
    room.clock.now += 10 * minuteMs;
    const page = await live();
    expect(page.isOpen).toBe(false);
    expect(page.learners.map(({ state }) => state)).toEqual(['unfinished']);
  });

  it('leaves out what was dropped, and counts answers as they were judged under full marks', async () => {
    await answer(await seat('Learner 01'), 'Until Sunday');
    const rescore = {
      assignmentId: opened.assignment.id,
      itemId: 'repairs' as ItemId,
      accepted: null,
      reason: 'Two readings',
      createdAt: room.clock.now,
      withdrawnAt: null,
    };
    await room.store.classes.addRescore({ ...rescore, id: 'one', kind: 'full-marks' });
    expect((await live()).items[0]).toMatchObject({ answered: 1, right: 0, wrong: 1 });
    await room.store.classes.addRescore({ ...rescore, id: 'two', kind: 'drop' });
    expect((await live()).items[0]).toMatchObject({ answered: 0 });
  });

  it('is found by nobody else', async () => {
    const { id } = opened.assignment;
    expect(await room.app.teaching.showLive(id, null)).toBeNull();
    expect(await room.app.teaching.showLive(id, makeInstructor().id)).toBeNull();
    expect(await room.app.teaching.showLive('asg_x', instructor.id)).toBeNull();
  });
});

describe('what is followed', () => {
  it('changes for an instructor with every answer, and for learners only with what they are given', async () => {
    const learner = await seat('Learner 01');
    const { classroom, assignment } = opened;
    const led = await room.app.teaching.watchClass(classroom.id, instructor.id);
    const joined = await room.app.seats.watchClass(classroom.id, learner.owner);
    const before = [await led?.ask(), await joined?.ask()];
    await answer(learner, 'Until Sunday');
    expect(await led?.ask()).not.toBe(before[0]);
    expect(await joined?.ask()).toBe(before[1]);
    await room.store.classes.updateAssignment(assignment.id, { closedAt: room.clock.now });
    expect(await joined?.ask()).not.toBe(before[1]);
  });

  it('is found by the class’s own instructor and learners only', async () => {
    const learner = await seat('Learner 01');
    const { id } = opened.classroom;
    expect(await room.app.teaching.watchClass(id, null)).toBeNull();
    expect(await room.app.teaching.watchClass(id, makeInstructor().id)).toBeNull();
    expect(await room.app.seats.watchClass(id, null)).toBeNull();
    const other = await openStormClass(room.context, instructor.id);
    expect(await room.app.seats.watchClass(other.classroom.id, learner.owner)).toBeNull();
  });
});
