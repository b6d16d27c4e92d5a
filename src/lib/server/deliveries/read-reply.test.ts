import { describe, expect, it } from 'vitest';
import { readFailure, readReply, readRetryAfter } from './read-reply.ts';

const nowMs = Date.UTC(2026, 0, 1, 12);

function replyOf(status: number, headers: Record<string, string> = {}, body: string | null = null) {
  return readReply(new Response(body, { status, headers }), nowMs);
}

describe('a receiver’s answer', () => {
  it.each([
    [200, 'delivered'],
    [204, 'delivered'],
    [301, 'refused'],
    [307, 'refused'],
    [400, 'refused'],
    [401, 'refused'],
    [403, 'refused'],
    [404, 'refused'],
    [413, 'refused'],
    [408, 'later'],
    [425, 'later'],
    [429, 'later'],
    [500, 'later'],
    [502, 'later'],
    [503, 'later'],
    [599, 'later'],
  ])('of status %d means %s', async (status, kind) => {
    expect((await replyOf(status)).kind).toBe(kind);
  });

  it('is kept in short: its status and the beginning of its text, on one line', async () => {
    const body = `No such\n\tuser: ${'x'.repeat(10_000)}`;
    const reply = await replyOf(400, {}, body);
    if (reply.kind !== 'refused') throw new Error(reply.kind);
    expect(reply.reason).toMatch(/^400 No such user: x+…$/);
    expect(reply.reason).toHaveLength(200);
  });

  it('that is endless is read no further than needed', async () => {
    let parts = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(stream) {
        parts += 1;
        stream.enqueue(new Uint8Array(1000).fill(120));
      },
    });
    await readReply(new Response(body, { status: 400 }), nowMs);
    expect(parts).toBeLessThan(10);
  });

  it('that leads elsewhere says where', async () => {
    expect(await replyOf(302, { location: 'https://lrs.example/login' })).toEqual({
      kind: 'refused',
      reason: '302 to https://lrs.example/login',
    });
  });

  it('may name the time to wait', async () => {
    expect(await replyOf(429, { 'retry-after': '120' })).toMatchObject({ afterMs: 120_000 });
    expect(await replyOf(503)).not.toHaveProperty('afterMs');
  });
});

describe('Retry-After', () => {
  it.each([
    ['0', 0],
    [' 90 ', 90_000],
    ['Thu, 01 Jan 2026 12:05:00 GMT', 300_000],
    ['Thu, 01 Jan 2026 11:00:00 GMT', 0],
    ['99999999', 86_400_000],
    ['soon', null],
    ['', null],
    ['-5', null],
  ])('of “%s” is %s ms', (value, ms) => {
    expect(readRetryAfter(value, nowMs)).toBe(ms);
  });

  it('need not be there', () => {
    expect(readRetryAfter(null, nowMs)).toBeNull();
  });
});

describe('no answer', () => {
  it('is tried again, with what is known of it', () => {
    const error = new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') });
    expect(readFailure(error)).toEqual({
      kind: 'later',
      reason: 'No answer: fetch failed (connect ECONNREFUSED)',
    });
  });
});
