import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLms, type FakeLms } from './fake-lms.ts';
import {
  answerTwo,
  forever,
  leave,
  open,
  openCmi5,
  playAll,
  sentAll,
  unitUrl,
  verbsOf,
} from './play-session.ts';
import { verbOf } from './rules.ts';
import { statementFaults } from '../formats/statement-faults.ts';

let lms: FakeLms;
beforeEach(async () => {
  lms = await startLms();
});
afterEach(() => lms.close());

/** What is kept of a pass with all points, where the package has no mark. */
const passedDocument = {
  ...{ version: 1, completed: true, passed: true },
  reached: { share: 1, isPassed: null },
};

describe('a session of cmi5', () => {
  it('states everything in order, each valid, and breaks no rule', async () => {
    await playAll(lms, { masteryScore: 0.8 }, 0.8);
    expect(verbsOf(lms)).toEqual(['initialized answered answered passed completed terminated']);
    expect(lms.faults).toEqual([]);
    expect(statementFaults(lms.sessions[0]?.statements ?? [])).toEqual([]);
  });

  it('fails a hair under the mark, and rounds nothing up to it', async () => {
    await playAll(lms, { masteryScore: 0.8 }, 0.79999);
    expect(verbsOf(lms)).toEqual(['initialized answered answered completed failed terminated']);
    expect(lms.faults).toEqual([]);
  });

  it('goes by the LMS’s mark before the package’s, and by the package’s where the LMS has none', async () => {
    await playAll(lms, { masteryScore: 0.5 }, 0.6, false);
    await playAll(lms, { registration: 'b0a4ab4e-44f4-4f07-9c3e-1f5d3f6f5a11' }, 0.6, false);
    expect(verbsOf(lms)[0]).toMatch(/ passed completed terminated$/);
    expect(verbsOf(lms)[1]).toMatch(/ completed failed terminated$/);
  });

  it('judges nothing where there is no mark', async () => {
    await playAll(lms, {}, 0.6);
    expect(verbsOf(lms)).toEqual(['initialized answered answered completed terminated']);
  });

  it('resumes where it was, and states completed and passed once for all launches', async () => {
    await playAll(lms, { masteryScore: 0.5 }, 1);
    const second = await playAll(lms, { masteryScore: 0.5 }, 0);
    expect(second.resumed).toBe('after two');
    expect(verbsOf(lms)[1]).toBe('initialized answered answered terminated');
    expect(lms.faults).toEqual([]);
  });

  it('passes in a later launch what it failed before', async () => {
    await playAll(lms, { masteryScore: 0.5 }, 0);
    await playAll(lms, { masteryScore: 0.5 }, 1);
    expect(verbsOf(lms)[1]).toBe('initialized answered answered passed terminated');
    expect(lms.faults).toEqual([]);
  });

  it('passes what is taken again in one launch, and fails only who leaves without a pass', async () => {
    const session = await open(lms, { masteryScore: 0.5 });
    for (const share of [0.1, 0.4, 0.9, 0]) {
      answerTwo(session);
      session.finish(share, null);
      await sentAll(session);
    }
    await leave(lms, session);
    expect(verbsOf(lms)[0]?.replaceAll(' answered', '')).toBe(
      'initialized completed passed terminated',
    );
    expect(lms.faults).toEqual([]);
    const passed = lms.sessions[0]?.statements.find((each) => verbOf(each) === 'passed');
    expect(passed?.result?.score?.scaled).toBe(0.9);
  });

  it('fails with the best of what was taken in one launch', async () => {
    const session = await open(lms, { masteryScore: 0.5 });
    for (const share of [0.1, 0.4, 0.2]) session.finish(share, null);
    await sentAll(session);
    await leave(lms, session);
    expect(verbsOf(lms)).toEqual(['initialized completed failed terminated']);
    const failed = lms.sessions[0]?.statements.find((each) => verbOf(each) === 'failed');
    expect(failed?.result?.score?.scaled).toBe(0.4);
  });

  it.each(['Browse', 'Review'] as const)(
    'states and keeps nothing that is judged in mode %s',
    async (mode) => {
      await playAll(lms, { mode, masteryScore: 0.5 }, 1);
      expect(verbsOf(lms)).toEqual(['initialized terminated']);
      expect(lms.documents.size).toBe(0);
      expect(lms.faults).toEqual([]);
    },
  );

  it('shows what was kept where it is reviewed, and not where it is browsed', async () => {
    await playAll(lms, {}, 1);
    expect((await open(lms, { mode: 'Review' })).resumed).toBe('after two');
    expect((await open(lms, { mode: 'Browse' })).resumed).toBeNull();
  });

  it('hears what the LMS and the learner prefer', async () => {
    const returnUrl = 'https://lms.example/course';
    const session = await open(lms, { language: 'fr-FR,en', masteryScore: 0.7, returnUrl });
    expect(session).toMatchObject({ masteryScore: 0.7, returnUrl });
    expect(await open(lms)).toMatchObject({ masteryScore: null, returnUrl: null });
    expect(await open(lms, { returnUrl: 'javascript:alert(1)' })).toMatchObject({
      returnUrl: null,
    });
  });

  it('knows that it is over once the learner was launched again elsewhere', async () => {
    const first = await open(lms);
    answerTwo(first);
    await sentAll(first);
    expect(first.isOver()).toBe(false);
    const second = await open(lms);
    answerTwo(first);
    await sentAll(first);
    expect(first.isOver()).toBe(true);
    answerTwo(second);
    await sentAll(second);
    expect(second.isOver()).toBe(false);
    expect(verbsOf(lms)).toEqual([
      'initialized answered answered',
      'initialized answered answered',
    ]);
  });

  it('begins nothing where the LMS gives no token', async () => {
    const world = { address: lms.launch(unitUrl), now: () => 0, wait: () => Promise.resolve() };
    await openCmi5(world);
    await expect(openCmi5(world)).rejects.toThrow();
    expect(lms.faults).toEqual(['8.2.3: the fetch URL was used twice']);
  });

  it('asks for the token again where no answer came', async () => {
    let count = 0;
    lms.mood = (_method, kind) => (kind === 'fetch' && (count += 1) < 3 ? { status: 503 } : null);
    await playAll(lms, { masteryScore: 0.5 }, 1);
    expect(verbsOf(lms)).toEqual(['initialized answered answered passed completed terminated']);
    expect(lms.faults).toEqual([]);
  });

  it('says that nothing is taken any more where its token has run out', async () => {
    const session = await open(lms);
    await sentAll(session);
    lms.mood = () => ({ status: 401 });
    answerTwo(session);
    await sentAll(session);
    expect(session.isOver()).toBe(true);
    expect(verbsOf(lms)).toEqual(['initialized']);
  });

  it('is not over where the LMS bars what the unit keeps, and takes what it states', async () => {
    lms.mood = (method, kind) => (method === 'PUT' && kind === 'state' ? { status: 403 } : null);
    const session = await open(lms);
    answerTwo(session);
    await sentAll(session);
    expect(session.isOver()).toBe(false);
    expect(verbsOf(lms)).toEqual(['initialized answered answered']);
  });

  it.each([
    ['may not be read', { status: 403 }],
    ['is no JSON', { status: 200, body: 'no' }],
  ])('states all of it where what was kept %s', async (_why, reply) => {
    let count = 0;
    lms.mood = (method, kind) =>
      method === 'GET' && kind === 'state' && (count += 1) % 2 === 0 ? reply : null;
    await playAll(lms, {}, 1);
    expect(verbsOf(lms)).toEqual(['initialized answered answered completed terminated']);
  });

  it('states all of it in order once a store that failed is back', async () => {
    const session = await open(lms, { masteryScore: 0.5 });
    await sentAll(session);
    lms.mood = (_method, kind) => (kind === 'statements' ? { status: 503 } : null);
    answerTwo(session);
    session.finish(1, null);
    expect(await session.settled()).toBe(false);
    lms.mood = null;
    session.again();
    await sentAll(session);
    await leave(lms, session);
    expect(verbsOf(lms)).toEqual(['initialized answered answered passed completed terminated']);
    expect(lms.faults).toEqual([]);
  });

  it('plays on where the launch data come late, and states all of it then', async () => {
    let count = 0;
    lms.mood = (_method, kind) => (kind === 'state' && (count += 1) < 7 ? { status: 503 } : null);
    const session = await open(lms, { masteryScore: 0.5 });
    expect(session).toMatchObject({ resumed: null, isNormal: true });
    answerTwo(session);
    session.finish(1, null);
    await sentAll(session);
    await leave(lms, session);
    expect(verbsOf(lms)).toEqual(['initialized answered answered passed completed terminated']);
    expect([...lms.documents.values()].map((each) => JSON.parse(each) as unknown)).toEqual([
      { ...passedDocument, state: 'after two' },
    ]);
    expect(lms.faults).toEqual([]);
  });

  it('minds a pass of an earlier launch where the launch data come late', async () => {
    await playAll(lms, { masteryScore: 0.5 }, 1);
    let count = 0;
    lms.mood = (_method, kind) => (kind === 'state' && (count += 1) < 7 ? { status: 503 } : null);
    await playAll(lms, { masteryScore: 0.5 }, 0);
    expect(verbsOf(lms)[1]).toBe('initialized answered answered terminated');
    expect(lms.faults).toEqual([]);
    expect([...lms.documents.values()].map((each) => JSON.parse(each) as unknown)).toEqual([
      { ...passedDocument, state: 'after two' },
    ]);
  });

  it('gives statements the moment at which they came about', async () => {
    const session = await open(lms, { masteryScore: 0.5 });
    session.finish(1, null);
    await sentAll(session);
    const [first, passed] = lms.sessions[0]?.statements ?? [];
    const [from, to] = [first, passed].map((each) => Date.parse(each?.timestamp ?? ''));
    expect(passed?.result?.duration).toBe(`PT${((to ?? 0) - (from ?? 0) + 1500) / 1000}S`);
  });

  it('leaves with what waits for a later try', async () => {
    const session = await open(lms, { masteryScore: 0.5 }, forever);
    await session.settled();
    lms.mood = (_method, kind) => (kind === 'statements' ? { status: 503 } : null);
    answerTwo(session);
    session.finish(1, null);
    expect(await session.settled()).toBe(false);
    lms.mood = null;
    await leave(lms, session);
    expect(verbsOf(lms)).toEqual(['initialized answered answered passed completed terminated']);
    expect(lms.faults).toEqual([]);
  });

  it('leaves with all that waits, and states nothing after it', async () => {
    const session = await open(lms);
    answerTwo(session);
    session.leave();
    session.leave();
    session.finish(1, null);
    await leave(lms, session);
    await sentAll(session);
    expect(lms.faults).toEqual([]);
    expect(verbsOf(lms)[0]).toMatch(/^initialized( answered){0,2} terminated$/);
  });
});
