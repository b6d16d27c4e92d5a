import { beforeEach, describe, expect, it } from 'vitest';
import type { OpenedClass } from '../../src/lib/server/classes/open-class.ts';
import { openSittingRoom, type SittingRoom } from '../attempts/sitting-room.ts';
import { makeOwner } from '../attempts/sitting-room.ts';
import { answerSome, join, makeInstructor, openClass, settings } from './classroom.ts';

let room: SittingRoom;
let opened: OpenedClass;
const instructor = makeInstructor();

beforeEach(async () => {
  room = await openSittingRoom();
  opened = await openClass(room, instructor);
});

/** The assignment as its instructor sees it. */
async function shown() {
  const found = await room.app.teaching.showAssignment(opened.assignment.id, instructor);
  if (!found) throw new Error('The assignment is led');
  return found;
}

describe('an assignment', () => {
  it('closes, and opens again, by hand', async () => {
    const { teaching } = room.app;
    const learner = await join(room, opened, 'Learner 01');
    await teaching.closeAssignment(opened.assignment.id, instructor);
    expect((await shown()).isOpen).toBe(false);
    const start = () => room.app.seats.startAssignment(opened.assignment.id, learner.owner, null);
    expect((await start()).kind).toBe('closed');
    await teaching.reopenAssignment(opened.assignment.id, instructor);
    expect((await start()).kind).toBe('started');
  });

  it('closed by hand ends time that was granted to one learner, and keeps attempts granted', async () => {
    const learner = await join(room, opened, 'Learner 01');
    const allowance = {
      assignmentId: opened.assignment.id,
      learnerId: learner.id,
      extraAttempts: 1,
      until: room.clock.now + 1000,
    };
    await room.store.classes.setAllowance(allowance);
    await room.app.teaching.closeAssignment(opened.assignment.id, instructor);
    expect(await room.store.classes.listAllowances(opened.assignment.id)).toEqual([
      { ...allowance, until: null },
    ]);
    const started = await room.app.seats.startAssignment(opened.assignment.id, learner.owner, null);
    expect(started.kind).toBe('closed');
  });

  it('closes by itself, and opens again without the time that has passed', async () => {
    const { teaching } = room.app;
    const closesAt = room.clock.now + 1000;
    await teaching.changeAssignment(opened.assignment.id, { ...settings, closesAt }, instructor);
    expect((await shown()).isOpen).toBe(true);
    room.clock.now = closesAt;
    expect((await shown()).isOpen).toBe(false);
    await teaching.reopenAssignment(opened.assignment.id, instructor);
    expect((await shown()).isOpen).toBe(true);
    expect((await shown()).assignment.closesAt).toBeNull();
  });

  it('keeps a closing time to come when it is opened again', async () => {
    const { teaching } = room.app;
    const closesAt = room.clock.now + 1000;
    await teaching.changeAssignment(opened.assignment.id, { ...settings, closesAt }, instructor);
    await teaching.closeAssignment(opened.assignment.id, instructor);
    await teaching.reopenAssignment(opened.assignment.id, instructor);
    expect((await shown()).assignment).toMatchObject({ closedAt: null, closesAt });
  });

  it('says how many have begun and how many have finished', async () => {
    await answerSome(room, opened, await join(room, opened, 'Learner 01'), 11);
    await answerSome(room, opened, await join(room, opened, 'Learner 02'), 3);
    expect(await shown()).toMatchObject({ begun: 2, finished: 1 });
  });

  it('can be tried by its instructor, which counts nowhere', async () => {
    const { teaching } = room.app;
    const owner = makeOwner();
    const started = await teaching.tryAssignment(opened.assignment.id, instructor, owner);
    expect(started.kind).toBe('started');
    expect(await shown()).toMatchObject({ begun: 0, finished: 0 });
    await teaching.closeAssignment(opened.assignment.id, instructor);
    const late = await teaching.tryAssignment(opened.assignment.id, instructor, owner);
    expect(late.kind).toBe('closed');
  });

  it('is deleted with what was answered in it; the class stays', async () => {
    const { teaching } = room.app;
    await answerSome(room, opened, await join(room, opened, 'Learner 01'), 3);
    const removed = await teaching.deleteAssignment(opened.assignment.id, instructor);
    expect(removed).toEqual({ classId: opened.classroom.id, answers: 3 });
    const left = await teaching.showClass(opened.classroom.id, instructor);
    expect(left).toMatchObject({ joined: 1, assignments: [] });
  });

  it('is one of several in a class, the newest first', async () => {
    const { teaching } = room.app;
    room.clock.now += 1;
    const given = {
      bankId: 'storm',
      itemIds: ['repairs'],
      settings: { ...settings, title: 'Again' },
    };
    await teaching.addAssignment(opened.classroom.id, given, instructor);
    const found = await teaching.showClass(opened.classroom.id, instructor);
    expect(found?.assignments.map(({ title, items }) => [title, items])).toEqual([
      ['Again', 1],
      ['The storm', 11],
    ]);
  });
});
