import { describe, expect, it } from 'vitest';
import type { Happening } from '../../src/lib/server/attempts/happening.ts';
import { makeHearing, type Hearing } from '../../src/lib/server/deliveries/hearing.ts';
import { makeApp, type App } from '../../src/lib/server/app.ts';
import { makeOwner, openSittingRoom, type SittingRoom } from '../attempts/sitting-room.ts';
import { finishStorm, startStorm } from '../attempts/answer-storm.ts';
import { answerSome, join, makeInstructor, openClass } from '../classes/classroom.ts';
import type { AttemptId, LearnerId } from '../../src/lib/quiz/ids.ts';
import { fakeTime } from './fake-time.ts';

/** A room whose app tells a listener, which can be made to fail. */
async function heardRoom() {
  const room = await openSittingRoom();
  const heard: Happening[] = [];
  const reported: unknown[] = [];
  let fault: Error | null = null;
  let hearing: Hearing | null = null;
  const time = fakeTime(() => hearing?.heard() ?? Promise.resolve(), room.clock.now);
  const listen = () => {
    const listener = {
      name: 'tests',
      hear: async (happening: Happening) => {
        if (fault) throw fault;
        heard.push(happening);
      },
    };
    const context = { ...room.context, alarm: time.alarm, now: () => room.clock.now };
    hearing = makeHearing({ ...context, report: (error) => reported.push(error) }, [listener]);
    return { hearing, app: makeApp({ ...room.context, tell: hearing.tell }) };
  };
  const fail = (error: Error | null) => (fault = error);
  return { room, heard, reported, time, listen, fail };
}

const summary = (heard: readonly Happening[]) =>
  heard.map(({ kind, itemId }) => `${kind} ${itemId}`);

async function play(app: App, sitting: SittingRoom) {
  const owner = makeOwner();
  const room = { ...sitting, app };
  const attemptId = await startStorm(room, owner);
  await finishStorm(room, { attemptId, owner });
  const attempt = await sitting.store.findAttempt(attemptId, owner);
  if (!attempt) throw new Error('It was just started');
  return attempt;
}

describe('listeners', () => {
  it('hear of every answer, and of the last that it ends the attempt', async () => {
    const { heard, listen, room } = await heardRoom();
    const { app, hearing } = listen();
    const attempt = await play(app, room);
    await hearing.heard();
    const { itemIds } = attempt;
    expect(summary(heard)).toEqual([
      ...itemIds.map((item) => `answered ${item}`),
      `completed ${itemIds.at(-1)}`,
    ]);
    expect(heard[0]).toEqual({
      kind: 'answered',
      attempt,
      classId: null,
      itemId: itemIds[0],
      atMs: room.clock.now,
    });
  });

  it('hear nothing of an answer that is not stored', async () => {
    const { heard, listen, room } = await heardRoom();
    const { app, hearing } = listen();
    const owner = makeOwner();
    const attemptId = await app.startAttempt('storm', owner);
    const where = { attemptId: attemptId ?? '', itemId: 'repairs', owner };
    expect((await app.answerItem(where, new Map())).kind).not.toBe('stored');
    await hearing.heard();
    expect(heard).toEqual([]);
    await room.store.close();
  });

  it('hear after a start what was missed since the server was killed', async () => {
    const { heard, listen, room } = await heardRoom();
    await listen().hearing.catchUp();
    const attempt = await play(room.app, room);
    expect(heard).toEqual([]);
    room.clock.now += 3_600_000;
    await listen().hearing.catchUp();
    expect(summary(heard).toSorted()).toEqual(
      [
        ...attempt.itemIds.map((item) => `answered ${item}`),
        `completed ${attempt.itemIds.at(-1)}`,
      ].toSorted(),
    );
  });

  it('hear nothing of what was answered before they listened', async () => {
    const { heard, listen, room } = await heardRoom();
    await play(room.app, room);
    room.clock.now += 3_600_000;
    await listen().hearing.catchUp();
    expect(heard).toEqual([]);
  });

  it('hear nothing of a class again that was made anonymous', async () => {
    const { heard, listen, room } = await heardRoom();
    const { app, hearing } = listen();
    room.clock.now = Date.UTC(2026, 2, 20, 9);
    await hearing.catchUp();
    room.clock.now = Date.UTC(2026, 2, 21, 10);
    const told = { ...room, app };
    const opened = await openClass(told, makeInstructor());
    const learner = await join(told, opened, 'Learner 01');
    await answerSome(told, opened, learner, 3);
    await hearing.heard();
    heard.length = 0;
    const id = `lrn_${room.context.randomText(26)}` as LearnerId;
    const anonymous = { was: learner.id, id, displayName: 'Learner 1', rejoinCode: 'zqcode' };
    await room.store.classes.anonymiseClass(opened.classroom.id, [anonymous], [], () => ({
      id: `att_${room.context.randomText(26)}` as AttemptId,
      seed: room.context.randomText(26),
    }));
    await listen().hearing.catchUp();
    expect(summary(heard)).toEqual([]);
  });

  it('hear nothing twice after a stop', async () => {
    const { heard, listen, room } = await heardRoom();
    const first = listen();
    await first.hearing.catchUp();
    await play(first.app, room);
    room.clock.now += 3_600_000;
    await first.hearing.close();
    const count = heard.length;
    await listen().hearing.catchUp();
    expect(heard).toHaveLength(count);
  });

  it('hear a minute later what they could not take note of', async () => {
    const { fail, heard, listen, reported, room, time } = await heardRoom();
    const { app, hearing } = listen();
    await hearing.catchUp();
    fail(new Error('disk'));
    const attempt = await play(app, room);
    await hearing.heard();
    expect(heard).toEqual([]);
    expect(reported.length).toBeGreaterThan(0);
    fail(null);
    await time.pass(60_000);
    expect(heard.filter(({ kind }) => kind === 'answered')).toHaveLength(attempt.itemIds.length);
  });

  it('hear after a stop what they could not take note of', async () => {
    const { fail, heard, listen, room } = await heardRoom();
    const { app, hearing } = listen();
    await hearing.catchUp();
    fail(new Error('disk'));
    await play(app, room);
    await hearing.close();
    fail(null);
    room.clock.now += 3_600_000;
    await listen().hearing.catchUp();
    expect(heard.filter(({ kind }) => kind === 'completed')).toHaveLength(1);
  });
});
