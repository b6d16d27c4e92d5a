import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeGuessLimit, type Guessed, type GuessLimit } from './guess-limit.ts';

const school = '192.0.2.1';
const wrong = () => Promise.resolve(null);
const right = () => Promise.resolve('class');

let limit: GuessLimit;
beforeEach(() => {
  vi.useFakeTimers();
  limit = makeGuessLimit();
});
afterEach(() => vi.useRealTimers());

/** Lets many browsers of one address guess wrong, three each. */
async function failAt(address: string, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) {
    const browser = `${address} ${Math.floor(count / 3)}`;
    await limit.check({ browser, address }, wrong);
  }
}

/** Whether a promise has settled once the clock has gone on by this many milliseconds. */
async function isSettledAfter(promise: Promise<unknown>, ms: number): Promise<boolean> {
  let isSettled = false;
  void promise.then(() => (isSettled = true));
  await vi.advanceTimersByTimeAsync(ms);
  return isSettled;
}

describe('a browser', () => {
  const guesser = { browser: 'one', address: school };

  it('is refused after 20 failures, even with a right code, and told for how long', async () => {
    for (let count = 0; count < 20; count += 1) {
      expect(await limit.check(guesser, wrong)).toEqual({ kind: 'checked', found: null });
    }
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await limit.check(guesser, right)).toEqual({ kind: 'refused', waitS: 540 });
    const neighbour = { browser: 'two', address: school };
    expect(await limit.check(neighbour, right)).toEqual({ kind: 'checked', found: 'class' });
    await vi.advanceTimersByTimeAsync(540_001);
    expect(await limit.check(guesser, right)).toEqual({ kind: 'checked', found: 'class' });
  });

  it('may succeed as often as it likes', async () => {
    for (let count = 0; count < 1000; count += 1) {
      expect(await limit.check(guesser, right)).toEqual({ kind: 'checked', found: 'class' });
    }
  });

  it('gets no more guesses by sending them at once', async () => {
    const guesses = Array.from({ length: 100 }, () => limit.check(guesser, wrong));
    const kinds = (await Promise.all(guesses)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'checked')).toHaveLength(20);
  });

  it('is not blocked by a check that throws', async () => {
    const broken = () => Promise.reject(new Error('database'));
    await expect(limit.check(guesser, broken)).rejects.toThrow('database');
    expect(await limit.check(guesser, right)).toEqual({ kind: 'checked', found: 'class' });
  });
});

describe('300 learners behind one address', () => {
  it.each([
    ['with cookies', (index: number) => `learner ${index}`],
    ['without any', () => null],
  ])('may each mistype once, %s, and none is refused', async (_name, browserOf) => {
    const results: Guessed<string>[] = [];
    for (let index = 0; index < 300; index += 1) {
      const guesser = { browser: browserOf(index), address: school };
      results.push(await limit.check(guesser, wrong));
    }
    const seconds = Array.from({ length: 50 }, (_each, index) =>
      limit.check({ browser: browserOf(index), address: school }, right),
    );
    await vi.advanceTimersByTimeAsync(2000);
    expect(results.filter(({ kind }) => kind === 'refused')).toEqual([]);
    for (const second of seconds) {
      expect(await second).toEqual({ kind: 'checked', found: 'class' });
    }
  });
});

describe('a network', () => {
  it('waits two seconds with each check after 300 failures, and others do not', async () => {
    await failAt(school, 300);
    const slowed = limit.check({ browser: 'new', address: school }, right);
    expect(await isSettledAfter(slowed, 1999)).toBe(false);
    expect(await isSettledAfter(slowed, 1)).toBe(true);
    const elsewhere = limit.check({ browser: 'new', address: '192.0.2.2' }, right);
    expect(await isSettledAfter(elsewhere, 0)).toBe(true);
  });

  it('is one network for all of an IPv6 /64', async () => {
    await failAt('2001:db8::1', 300);
    const slowed = limit.check({ browser: 'new', address: '2001:db8::2' }, right);
    expect(await isSettledAfter(slowed, 1999)).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
  });

  it('lets at most 50 wait at once and refuses the rest', async () => {
    await failAt(school, 300);
    const checks = Array.from({ length: 60 }, (_each, index) =>
      limit.check({ browser: `late ${index}`, address: school }, right),
    );
    await vi.advanceTimersByTimeAsync(2000);
    const results = await Promise.all(checks);
    expect(results.filter(({ kind }) => kind === 'checked')).toHaveLength(50);
    expect(results.at(-1)).toEqual({ kind: 'refused', waitS: 2 });
  });
});

describe('everybody', () => {
  it('waits two seconds after 3,000 failures from wherever', async () => {
    for (let network = 0; network < 30; network += 1) await failAt(`198.51.100.${network}`, 100);
    const slowed = limit.check({ browser: 'new', address: school }, right);
    expect(await isSettledAfter(slowed, 1999)).toBe(false);
    expect(await isSettledAfter(slowed, 1)).toBe(true);
    await vi.advanceTimersByTimeAsync(600_000);
    const later = limit.check({ browser: 'new', address: school }, right);
    expect(await isSettledAfter(later, 0)).toBe(true);
  });
});
