import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startLms, type FakeLms } from './fake-lms.ts';
import { answerTwo, forever, leave, open, playAll, sentAll, verbsOf } from './play-session.ts';

let lms: FakeLms;
beforeEach(async () => {
  lms = await startLms();
});
afterEach(() => lms.close());

describe('what a unit of cmi5 keeps between launches', () => {
  it('states in a later launch what one that was killed had come to', async () => {
    const killed = await open(lms, { masteryScore: 0.5 }, forever);
    await killed.settled();
    let count = 0;
    lms.mood = (_method, kind) =>
      kind === 'statements' && (count += 1) > 2 ? { status: 503 } : null;
    answerTwo(killed);
    killed.finish(1, null);
    expect(await killed.settled()).toBe(false);
    lms.mood = null;
    const session = await open(lms, { masteryScore: 0.5 });
    expect(session.resumed).toBe('after two');
    await sentAll(session);
    await leave(lms, session);
    expect(verbsOf(lms)[1]).toBe('initialized passed completed terminated');
    expect(lms.faults).toEqual([]);
  });

  it('keeps nothing before anything is answered', async () => {
    const session = await open(lms, { masteryScore: 0.5 });
    await sentAll(session);
    await leave(lms, session);
    expect(lms.documents.size).toBe(0);
  });

  it('keeps the state before it states the answer, since the page may be killed in between', async () => {
    const killed = await open(lms, { masteryScore: 0.5 }, forever);
    await sentAll(killed);
    lms.mood = (_method, kind) => (kind === 'statements' ? { status: 503 } : null);
    answerTwo(killed);
    killed.finish(1, null);
    expect(await killed.settled()).toBe(false);
    lms.mood = null;
    const session = await open(lms, { masteryScore: 0.5 });
    expect(session.resumed).toBe('after two');
    await sentAll(session);
    expect(verbsOf(lms)).toEqual(['initialized', 'initialized passed completed']);
    expect(lms.faults).toEqual([]);
  });

  it('states nothing again that a page stated which could keep it no more', async () => {
    const first = await open(lms, { masteryScore: 0.5 });
    answerTwo(first);
    await sentAll(first);
    lms.mood = (method, kind) => (method === 'PUT' && kind === 'state' ? { status: 400 } : null);
    first.finish(1, null);
    await sentAll(first);
    lms.mood = null;
    await playAll(lms, { masteryScore: 0.5 }, 1);
    expect(verbsOf(lms)).toEqual([
      'initialized answered answered passed completed',
      'initialized answered answered terminated',
    ]);
    expect(lms.faults).toEqual([]);
  });

  it('states in a later launch that one failed which was killed before it could, and once', async () => {
    const killed = await open(lms, { masteryScore: 0.5 });
    answerTwo(killed);
    killed.finish(0.2, null);
    await sentAll(killed);
    for (let count = 0; count < 2; count += 1) {
      const session = await open(lms, { masteryScore: 0.5 });
      await sentAll(session);
      await leave(lms, session);
    }
    expect(verbsOf(lms)).toEqual([
      'initialized answered answered completed',
      'initialized failed terminated',
      'initialized terminated',
    ]);
    expect(lms.faults).toEqual([]);
  });

  it('goes by what was kept where the LMS lets nobody read statements', async () => {
    await playAll(lms, { masteryScore: 0.5 }, 0);
    lms.mood = (method, kind) =>
      method === 'GET' && kind === 'statements' ? { status: 401 } : null;
    await playAll(lms, { masteryScore: 0.5 }, 1);
    expect(verbsOf(lms)[1]).toBe('initialized answered answered passed terminated');
    expect(lms.faults).toEqual([]);
  });

  it('hands over its state before it says that it ends, since an LMS may take nothing after', async () => {
    const session = await open(lms, { masteryScore: 0.5 });
    await sentAll(session);
    const asked = vi.spyOn(globalThis, 'fetch');
    answerTwo(session);
    session.finish(1, null);
    session.leave();
    const [last, before] = asked.mock.calls.map(([, init]) => String(init?.body)).reverse();
    asked.mockRestore();
    expect(last).toContain('verbs/terminated');
    expect(before).toContain('"state":"after two"');
    await leave(lms, session);
  });

  it('leaves with no more than a browser sends of a page that ends, and the end among it', async () => {
    const session = await open(lms, { masteryScore: 0.5 });
    await sentAll(session);
    for (let count = 0; count < 80; count += 1) answerTwo(session);
    session.finish(1, null);
    const asked = vi.spyOn(globalThis, 'fetch');
    session.leave();
    const last = String(asked.mock.calls.at(-1)?.[1]?.body);
    asked.mockRestore();
    expect(last.length).toBeLessThan(60_000);
    await leave(lms, session);
    expect(verbsOf(lms)[0]).toMatch(/^initialized( answered){40,} passed completed terminated$/);
    expect(lms.faults).toEqual([]);
  });

  it('states an answer also where the page ends while its state is on its way', async () => {
    const session = await open(lms, { masteryScore: 0.5 });
    await sentAll(session);
    answerTwo(session);
    await Promise.resolve();
    await leave(lms, session);
    expect(verbsOf(lms)).toEqual(['initialized answered answered terminated']);
    expect((await open(lms)).resumed).toBe('after two');
    expect(lms.faults).toEqual([]);
  });
});
