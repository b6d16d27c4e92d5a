import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOwnerSecret } from '../../src/lib/server/owner.ts';
import { learnerCookie, serveClass, type ServedClass } from '../classes/served-class.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
let led: ServedClass;
beforeAll(async () => {
  server = await startServer({ CONTENT_DIR: 'tests/fixtures/storm' });
  led = await serveClass(server);
});
afterAll(async () => {
  await led.close();
  await server.stop();
});

/** Asks for a stream, as a browser with these cookies that takes everything compressed. */
async function ask(path: string, cookie: string, at = server.origin, init: RequestInit = {}) {
  const leaving = new AbortController();
  const response = await fetch(`${at}${path}`, {
    signal: leaving.signal,
    ...init,
    headers: { cookie, 'accept-encoding': 'br', ...init.headers },
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  return {
    response,
    /** Reads on until something has this form; throws where the stream ends before. */
    async until(form: RegExp) {
      for (let read = ''; ;) {
        const chunk = await reader?.read();
        if (chunk?.value === undefined) throw new Error(`Ended after: ${read}`);
        read += chunk.value;
        if (form.test(read)) return read;
      }
    },
    /** All that still comes. */
    async rest() {
      for (let read = ''; ;) {
        const chunk = await reader?.read();
        if (chunk?.value === undefined) return read;
        read += chunk.value;
      }
    },
    leave: () => leaving.abort(),
  };
}

const ledPath = () => `/teach/classes/${led.classroom.id}/pulse`;
const joinedPath = () => `/classes/${led.classroom.id}/pulse`;
const event = /id: \S+\ndata: changed\n\n/;

describe('the stream of a class', () => {
  it('tells its instructor of an answer that another process stored', async () => {
    const learner = await led.seat('Learner 01');
    const stream = await ask(ledPath(), led.cookie);
    expect(stream.response.headers.get('content-type')).toBe('text/event-stream');
    expect(stream.response.headers.get('cache-control')).toBe('no-store');
    expect(stream.response.headers.get('content-encoding')).toBeNull();
    await stream.until(event);
    await led.answer(learner, 'Until Tuesday');
    expect(await stream.until(event)).toMatch(event);
    stream.leave();
  });

  it('tells a learner of what is shown', async () => {
    const learner = await led.seat('Learner 02');
    const stream = await ask(joinedPath(), learnerCookie(learner));
    await stream.until(event);
    const [itemId] = led.assignment.itemIds;
    if (!itemId) throw new Error('The assignment has items');
    await led.context.store.classes.updateAssignment(led.assignment.id, {
      shown: { itemId, stage: 'voting', round: 1 },
    });
    expect(await stream.until(event)).toMatch(event);
    stream.leave();
  });

  it('is opened to nobody else', async () => {
    const other = await serveClass(server);
    const learner = await led.seat('Learner 03');
    for (const [path, cookie] of [
      [ledPath(), ''],
      [ledPath(), other.cookie],
      [ledPath(), learnerCookie(learner)],
      [ledPath(), `verbatim-teach=${makeOwnerSecret()}`],
      ['/teach/classes/cls_x/pulse', led.cookie],
      [joinedPath(), ''],
      [joinedPath(), led.cookie],
      [`/classes/${other.classroom.id}/pulse`, learnerCookie(learner)],
    ] as const) {
      const { response, rest } = await ask(path, cookie);
      expect([path, cookie, response.status]).toEqual([path, cookie, 404]);
      expect(response.headers.get('content-type')).not.toContain('event-stream');
      await rest();
    }
    await other.close();
  });

  it('is refused beyond so many of one browser, with a word when to come again', async () => {
    const learner = await led.seat('Learner 04');
    const streams = await Promise.all(
      Array.from({ length: 4 }, () => ask(joinedPath(), learnerCookie(learner))),
    );
    const { response } = await ask(joinedPath(), learnerCookie(learner));
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('60');
    for (const stream of streams) stream.leave();
    await expect
      .poll(async () => {
        const again = await ask(joinedPath(), learnerCookie(learner));
        again.leave();
        return again.response.status;
      })
      .toBe(200);
  });

  it('answers a HEAD without opening one', async () => {
    const { response } = await ask(ledPath(), led.cookie, server.origin, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
  });

  it('ends, and lets the server end, when the server is told to stop', async () => {
    const stopped = await startServer({ CONTENT_DIR: 'tests/fixtures/storm' });
    const own = await serveClass(stopped);
    const stream = await ask(
      `/teach/classes/${own.classroom.id}/pulse`,
      own.cookie,
      stopped.origin,
    );
    await stream.until(event);
    await own.close();
    // A stream that is cut off, as after the ten seconds of patience, rejects here.
    const [status] = await Promise.all([stopped.stop(), stream.rest()]);
    expect(status).toBe(0);
  });
});
