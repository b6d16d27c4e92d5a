import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followPage } from './follow-page.ts';

/** A stream that tests feed. */
class FakeSource {
  static opened: FakeSource[] = [];
  readyState = 1;
  onmessage: (() => void) | null = null;
  readonly url: string;
  constructor(url: string) {
    this.url = url;
    FakeSource.opened.push(this);
  }
  close() {
    this.readyState = 2;
  }
}

const pageOf = (joined: number) =>
  `<main><div data-follow="/pulse"><p>${joined} joined</p><input></div></main>`;

let end: () => void;
let joined: number;
const fetched = vi.fn(async () => new Response(pageOf(joined)));
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', FakeSource);
  vi.stubGlobal('fetch', fetched);
  fetched.mockClear();
  FakeSource.opened = [];
  document.body.innerHTML = pageOf(1);
  joined = 2;
});
afterEach(() => {
  end();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const said = () => document.querySelector('p')?.textContent;
const passing = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('following a page', () => {
  it('asks for it again after an event, and only then', async () => {
    end = followPage();
    expect(FakeSource.opened.map(({ url }) => url)).toEqual(['/pulse']);
    await passing(10_000);
    expect(fetched).not.toHaveBeenCalled();
    FakeSource.opened[0]?.onmessage?.();
    await passing(0);
    expect(said()).toBe('2 joined');
  });

  it('asks now and then beside a stream too, since time is told in words', async () => {
    end = followPage();
    await passing(31_000);
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  it('asks every few seconds where there is no EventSource', async () => {
    Reflect.deleteProperty(window, 'EventSource');
    end = followPage();
    await passing(6_000);
    expect(said()).toBe('2 joined');
  });

  it('asks every few seconds where the stream is refused', async () => {
    end = followPage();
    for (const source of FakeSource.opened) source.close();
    await passing(6_000);
    expect(said()).toBe('2 joined');
  });

  it('changes nothing while something is being typed', async () => {
    end = followPage();
    document.querySelector('input')?.focus();
    FakeSource.opened[0]?.onmessage?.();
    await passing(3_000);
    expect(said()).toBe('1 joined');
    document.querySelector('input')?.blur();
    await passing(1_000);
    expect(said()).toBe('2 joined');
  });

  it('leaves the page as it is where the server can’t be reached or refuses', async () => {
    end = followPage();
    fetched.mockRejectedValueOnce(new TypeError('offline'));
    FakeSource.opened[0]?.onmessage?.();
    await passing(0);
    fetched.mockResolvedValueOnce(new Response(pageOf(9), { status: 503 }));
    FakeSource.opened[0]?.onmessage?.();
    await passing(0);
    expect(said()).toBe('1 joined');
    FakeSource.opened[0]?.onmessage?.();
    await passing(0);
    expect(said()).toBe('2 joined');
  });
});
