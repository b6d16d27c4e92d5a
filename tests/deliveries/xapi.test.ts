import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeApp } from '../../src/lib/server/app.ts';
import {
  openDeliveries,
  type OpenedDeliveries,
} from '../../src/lib/server/deliveries/open-deliveries.ts';
import { xapiOutlet } from '../../src/lib/server/xapi/xapi-outlet.ts';
import { finishStorm, startStorm } from '../attempts/answer-storm.ts';
import { makeOwner, openSittingRoom, type SittingRoom } from '../attempts/sitting-room.ts';
import { join, makeInstructor, openClass, settings } from '../classes/classroom.ts';
import { statementFaults } from '../formats/statement-faults.ts';
import { fakeTime, type FakeTime } from './fake-time.ts';
import { startRecordStore, type FakeRecordStore, type Kept } from './fake-record-store.ts';

const origin = 'https://quiz.example';
const hourMs = 3_600_000;

/** A room whose answers go to a record store. */
interface ToldRoom {
  readonly room: SittingRoom;
  readonly sending: OpenedDeliveries;
  readonly time: FakeTime;
}

let lrs: FakeRecordStore;
beforeEach(async () => {
  lrs = await startRecordStore();
});
afterEach(() => lrs.close());

async function toldRoom(): Promise<ToldRoom> {
  const opened = await openSittingRoom();
  let sending: OpenedDeliveries | null = null;
  const settle = async () => {
    await sending?.heard();
    await sending?.deliveries.idle();
  };
  const time = fakeTime(settle, opened.clock.now);
  const context = {
    ...opened.context,
    fetch,
    now: time.now,
    alarm: time.alarm,
    chance: () => 0,
    note: () => undefined,
    report: (error: unknown) => {
      throw error;
    },
  };
  const { authorization, endpoint } = lrs;
  sending = openDeliveries(context, [xapiOutlet(context, { authorization, endpoint, origin })]);
  await sending.start();
  const app = makeApp({ ...opened.context, tell: sending.tell });
  return { room: { ...opened, app }, sending, time };
}

/** Plays the whole quiz; gives its attempt. */
async function play({ room }: ToldRoom) {
  const owner = makeOwner();
  const attemptId = await startStorm(room, owner);
  await finishStorm(room, { attemptId, owner });
  return { attemptId, owner };
}

const verbs = () =>
  lrs.statements.map(({ verb }) => verb.id.replace('http://adlnet.gov/expapi/verbs/', ''));
const answers = () => lrs.statements.filter(({ verb }) => verb.id.endsWith('/answered'));

describe('the statements of a quiz', () => {
  it('arrive once each, and an independent validator finds nothing wrong with them', async () => {
    const told = await toldRoom();
    const { attemptId, owner } = await play(told);
    await told.time.pass(0);
    const attempt = await told.room.store.findAttempt(attemptId, owner);
    const count = attempt?.itemIds.length ?? 0;
    expect(count).toBeGreaterThan(8);
    expect(verbs().toSorted()).toEqual([
      ...Array.from({ length: count }, () => 'answered'),
      'completed',
    ]);
    expect(statementFaults(lrs.statements)).toEqual([]);
    expect(lrs.faults).toEqual([]);
  });

  it('tell how each item was answered, and what is right', async () => {
    const told = await toldRoom();
    await play(told);
    await told.time.pass(0);
    const definitions = answers().map(
      ({ object }) => (object as { definition: object }).definition,
    );
    const kinds = definitions.map((each) => (each as { interactionType: string }).interactionType);
    expect(new Set(kinds)).toEqual(
      new Set(['choice', 'numeric', 'fill-in', 'sequencing', 'matching']),
    );
    for (const definition of definitions) {
      expect(definition).toMatchObject({
        type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
        correctResponsesPattern: expect.arrayContaining([expect.any(String)]) as string[],
      });
    }
    const repairs = answers().find(({ object }) =>
      (object as { id: string }).id.endsWith('/repairs'),
    );
    expect(repairs).toMatchObject({
      object: {
        id: `${origin}/banks/storm/items/repairs`,
        definition: { interactionType: 'choice' },
      },
      result: { score: { min: 0, max: 1 } },
      context: { contextActivities: { parent: [{ id: `${origin}/banks/storm` }] } },
    });
  });

  it('name the learner by a code alone, the same for one and unlike for two', async () => {
    const told = await toldRoom();
    const { owner } = await play(told);
    await play(told);
    await told.time.pass(0);
    const names = new Set(lrs.statements.map(({ actor }) => JSON.stringify(actor)));
    expect(names.size).toBe(2);
    for (const name of names) {
      expect(JSON.parse(name)).toEqual({
        objectType: 'Agent',
        account: { homePage: origin, name: expect.stringMatching(/^[0-9a-f-]{36}$/) as string },
      });
    }
    expect(JSON.stringify(lrs.statements)).not.toContain(owner);
  });

  it('arrive through a store that fails, is slow to recover, limits and redirects, once each', async () => {
    const told = await toldRoom();
    const moods = [500, 429, 307, 401, 503];
    let count = 0;
    lrs.mood = (_request, response) => {
      const status = moods[count];
      count += 1;
      if (status === undefined) return count % 4 === 0 && refuse(response, 429);
      return refuse(response, status);
    };
    await play(told);
    await told.time.pass(12 * hourMs);
    expect(verbs().filter((verb) => verb === 'completed')).toHaveLength(1);
    expect(new Set(lrs.statements.map(({ id }) => id)).size).toBe(lrs.statements.length);
    expect(await told.sending.deliveries.list({ state: 'waiting' }, 99)).toEqual([]);
    expect(await told.sending.deliveries.list({ state: 'delivered' }, 99)).toHaveLength(
      lrs.statements.length,
    );
  });

  it('arrive once where the store took them and its answer was lost', async () => {
    const told = await toldRoom();
    let lost = 0;
    lrs.lose = () => (lost += 1) <= 3;
    await play(told);
    await told.time.pass(hourMs);
    expect(new Set(lrs.statements.map(({ id }) => id)).size).toBe(lrs.statements.length);
    expect(await told.sending.deliveries.list({ state: 'delivered' }, 99)).toHaveLength(
      lrs.statements.length,
    );
    const log = await told.sending.deliveries.list({}, 99);
    expect(log.filter(({ answer }) => answer?.startsWith('409'))).toHaveLength(3);
  });

  it('stop where the learner is erased before they were sent', async () => {
    const told = await toldRoom();
    lrs.mood = (_request, response) => refuse(response, 503);
    const { owner } = await play(told);
    await told.time.pass(0);
    await told.room.store.eraseOwner(owner);
    lrs.mood = null;
    await told.time.pass(hourMs);
    expect(lrs.statements).toEqual([]);
    expect(await told.sending.deliveries.list({}, 99)).toEqual([]);
  });

  it('are few where nothing is answered twice: a second answer tells nothing', async () => {
    const told = await toldRoom();
    const { attemptId, owner } = await play(told);
    await told.time.pass(0);
    const before = lrs.statements.length;
    const where = { attemptId, itemId: 'repairs', owner };
    expect((await told.room.app.answerItem(where, new Map())).kind).toBe('already-answered');
    await told.time.pass(hourMs);
    expect(lrs.statements).toHaveLength(before);
  });
});

describe('an assignment with a pass mark', () => {
  it.each([
    [1, 'passed'],
    [100, 'failed'],
  ])('of %d percent is %s, once', async (passPercent, verb) => {
    const told = await toldRoom();
    const opened = await openClass(told.room, makeInstructor(), {
      settings: { ...settings, passPercent },
    });
    const learner = await join(told.room, opened, 'Learner 01');
    const { owner } = learner;
    const started = await told.room.app.seats.startAssignment(opened.assignment.id, owner, null);
    if (started.kind !== 'started') throw new Error(started.kind);
    const where = { attemptId: started.attemptId, owner };
    await finishStorm(told.room, where, { certainty: ['skip'], 'certainty-asked': ['1'] });
    await told.time.pass(0);
    expect(verbs().filter((each) => each !== 'answered')).toEqual(['completed', verb]);
    expect(statementFaults(lrs.statements)).toEqual([]);
    expect(JSON.stringify(lrs.statements)).not.toMatch(/Learner 01|lrn_/);
    const log = await told.sending.deliveries.list({ classId: opened.classroom.id }, 99);
    expect(log).toHaveLength(lrs.statements.length);
    await told.room.store.classes.eraseClass(opened.classroom.id);
    expect(await told.sending.deliveries.list({}, 99)).toEqual([]);
  });
});

describe('the validator', () => {
  it('finds what is wrong', async () => {
    const told = await toldRoom();
    await play(told);
    await told.time.pass(0);
    const [first] = lrs.statements;
    const wrong = { ...first, result: { score: { scaled: 1.2 } }, verb: { id: 'answered' } };
    expect(statementFaults([wrong]).length).toBeGreaterThan(1);
  });
});

describe('a question that was revised since it was answered', () => {
  it('is told in words, without what was right', async () => {
    const told = await toldRoom();
    lrs.mood = (_request, response) => refuse(response, 503);
    await play(told);
    await told.time.pass(0);
    for (const bank of told.room.context.library.banks.values()) {
      for (const item of bank.items) Object.assign(item, { version: item.version + 1 });
    }
    lrs.mood = null;
    await told.time.pass(hourMs);
    const stated = answers() as (Kept & { object: object; result: { response: string } })[];
    expect(stated.length).toBeGreaterThan(8);
    for (const { object, result } of stated) {
      expect(object).not.toHaveProperty('definition');
      expect(result.response).not.toBe('');
    }
    expect(statementFaults(lrs.statements)).toEqual([]);
  });
});

function refuse(
  response: Parameters<NonNullable<FakeRecordStore['mood']>>[1],
  status: number,
): true {
  response.writeHead(status, { location: 'https://elsewhere.example/', 'retry-after': '3' }).end();
  return true;
}
