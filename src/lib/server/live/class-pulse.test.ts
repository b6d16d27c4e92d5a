import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeClassPulse, type ClassPulse, type PulseLimits, type Watched } from './class-pulse.ts';

const limits: PulseLimits = {
  lookMs: 5,
  heartbeatMs: 60_000,
  lifeMs: 600_000,
  perBrowser: 2,
  inAll: 3,
};

let pulse: ClassPulse;
afterEach(() => pulse.close());

/** Something to watch that tests change. */
function something(name = 'led cls_1') {
  const state = { figure: 'one' };
  const ask = vi.fn(async () => state.figure);
  return { state, ask, watched: { name, ask } satisfies Watched };
}

/** What a stream sends, a chunk at a time; null once it has ended. */
function reading(stream: ReadableStream<Uint8Array> | null) {
  const reader = stream?.getReader();
  return {
    async next() {
      const chunk = await reader?.read();
      return chunk?.value ? new TextDecoder().decode(chunk.value) : null;
    },
    leave: () => reader?.cancel(),
  };
}

const idOf = (event: string | null) => /^id: (\S+)\ndata: changed\n\n$/.exec(event ?? '')?.[1];

describe('a stream of what changes', () => {
  it('says when to come again, how things stand, and every change', async () => {
    pulse = makeClassPulse(limits);
    const { state, watched } = something();
    const stream = reading(pulse.follow(watched, 'me', null));
    expect(await stream.next()).toBe('retry: 3000\n\n');
    const first = idOf(await stream.next());
    state.figure = 'two';
    const second = idOf(await stream.next());
    expect(first).toBeTruthy();
    expect(second).toBeTruthy();
    expect(second).not.toBe(first);
  });

  it('tells a browser that comes again nothing that it has seen', async () => {
    pulse = makeClassPulse(limits);
    const { state, watched } = something();
    const stream = reading(pulse.follow(watched, 'me', null));
    await stream.next();
    const seen = idOf(await stream.next()) ?? '';
    const again = reading(pulse.follow(watched, 'me', seen));
    expect(await again.next()).toBe('retry: 3000\n\n');
    state.figure = 'two';
    expect(idOf(await again.next())).not.toBe(seen);
  });

  it('says nothing of the figure itself', async () => {
    pulse = makeClassPulse(limits);
    const { state, watched } = something();
    state.figure = 'zqsecret';
    const stream = reading(pulse.follow(watched, 'me', null));
    await stream.next();
    expect(await stream.next()).not.toContain('zqsecret');
  });

  it('beats while nothing changes', async () => {
    pulse = makeClassPulse({ ...limits, heartbeatMs: 5 });
    const stream = reading(pulse.follow(something().watched, 'me', null));
    await stream.next();
    const beats = [await stream.next(), await stream.next(), await stream.next()];
    expect(beats).toContain(': \n\n');
  });

  it('ends after its life, so that the browser meets the guard again', async () => {
    pulse = makeClassPulse({ ...limits, heartbeatMs: 5, lifeMs: 10 });
    const stream = reading(pulse.follow(something().watched, 'me', null));
    let sent: string | null = '';
    while (sent !== null) sent = await stream.next();
    expect(sent).toBeNull();
  });

  it('goes on after a look that failed', async () => {
    pulse = makeClassPulse(limits);
    const { ask, watched } = something();
    ask.mockRejectedValueOnce(new Error('busy'));
    const stream = reading(pulse.follow(watched, 'me', null));
    await stream.next();
    expect(idOf(await stream.next())).toBeTruthy();
  });

  it('ends where the browser reads nothing', async () => {
    pulse = makeClassPulse({ ...limits, perBrowser: 1, heartbeatMs: 1 });
    const { watched } = something();
    pulse.follow(watched, 'me', null);
    await vi.waitFor(() => expect(pulse.follow(watched, 'me', null)).not.toBeNull());
  });
});

describe('looking', () => {
  it('is shared by all who follow the same, and ends with the last of them', async () => {
    pulse = makeClassPulse({ ...limits, lookMs: 20 });
    const { ask, watched } = something();
    const streams = ['one', 'two', 'three'].map((browser) =>
      reading(pulse.follow(watched, browser, null)),
    );
    for (const stream of streams) {
      await stream.next();
      expect(idOf(await stream.next())).toBeTruthy();
    }
    expect(ask).toHaveBeenCalledTimes(1);
    for (const stream of streams) await stream.leave();
    await new Promise((resolve) => setTimeout(resolve, 60));
    const looks = ask.mock.calls.length;
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(ask).toHaveBeenCalledTimes(looks);
  });

  it('is kept apart for different classes', async () => {
    pulse = makeClassPulse(limits);
    const [one, two] = [something('led cls_1'), something('led cls_2')];
    const stream = reading(pulse.follow(one.watched, 'me', null));
    reading(pulse.follow(two.watched, 'me', null));
    await stream.next();
    const before = idOf(await stream.next());
    two.state.figure = 'two';
    await vi.waitFor(() => expect(two.ask.mock.calls.length).toBeGreaterThan(2));
    one.state.figure = 'three';
    expect(idOf(await stream.next())).not.toBe(before);
  });
});

describe('too many streams', () => {
  it('are refused to one browser, and taken again once one is left', async () => {
    pulse = makeClassPulse(limits);
    const { watched } = something();
    const first = reading(pulse.follow(watched, 'me', null));
    pulse.follow(watched, 'me', null);
    expect(pulse.follow(watched, 'me', null)).toBeNull();
    await first.leave();
    expect(pulse.follow(watched, 'me', null)).not.toBeNull();
  });

  it('are refused to everybody', () => {
    pulse = makeClassPulse(limits);
    const { watched } = something();
    for (const browser of ['one', 'two', 'three']) pulse.follow(watched, browser, null);
    expect(pulse.follow(watched, 'four', null)).toBeNull();
  });
});

it('ends every stream when it is closed, and opens none', async () => {
  pulse = makeClassPulse(limits);
  const { watched } = something();
  const stream = reading(pulse.follow(watched, 'me', null));
  await stream.next();
  await stream.next();
  pulse.close();
  expect(await stream.next()).toBeNull();
  expect(pulse.follow(watched, 'me', null)).toBeNull();
});
