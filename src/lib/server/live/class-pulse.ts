import { createHash } from 'node:crypto';
import { eventStream, type EventStream } from './event-stream.ts';

/** What a stream follows. */
export interface Watched {
  /** Names what is watched; streams of the same name share one look at the database. */
  readonly name: string;
  /** A figure that changes whenever something watched does. */
  readonly ask: () => Promise<string>;
}

/** Streams of server-sent events that tell browsers when to ask for their page again. */
export interface ClassPulse {
  /**
   * A stream for a browser, which has the state of `seen` on its page (`Last-Event-ID`, or null). Null
   * where the browser, or the server, has as many as it can.
   */
  readonly follow: (
    watched: Watched,
    browser: string,
    seen: string | null,
  ) => ReadableStream<Uint8Array> | null;
  /** Ends every stream, and opens none from then on. */
  readonly close: () => void;
}

/** How often and how many. */
export interface PulseLimits {
  readonly lookMs: number;
  readonly heartbeatMs: number;
  /** After which the browser has to come anew, and meets the guard again. */
  readonly lifeMs: number;
  /** Fewer than the six connections that a browser keeps to a host, so that pages still load. */
  readonly perBrowser: number;
  readonly inAll: number;
}

const defaultLimits: PulseLimits = {
  lookMs: 1_000,
  heartbeatMs: 15_000,
  lifeMs: 600_000,
  perBrowser: 4,
  inAll: 2_000,
};

interface Watch {
  readonly streams: Set<EventStream>;
  /** What was last seen, as it is sent; null before the first look. */
  state: string | null;
}

/**
 * Looks at what is watched once a second, however many streams follow it, and not at all while none
 * does. It asks the database, so that changes by other processes are seen too.
 */
export function makeClassPulse(limits: PulseLimits = defaultLimits): ClassPulse {
  const watches = new Map<string, Watch>();
  const open = new Map<EventStream, string>();
  let isClosed = false;
  const join = (watched: Watched, stream: EventStream) => {
    const watch = watches.get(watched.name);
    if (watch) {
      watch.streams.add(stream);
      if (watch.state !== null) stream.tell(watch.state);
      return;
    }
    const made: Watch = { streams: new Set([stream]), state: null };
    watches.set(watched.name, made);
    void look(watches, watched, made, limits.lookMs);
  };
  return {
    follow({ name, ask }, browser, seen) {
      const own = [...open.values()].filter((each) => each === browser).length;
      if (isClosed || own >= limits.perBrowser || open.size >= limits.inAll) return null;
      const stream = eventStream(seen, limits, () => {
        open.delete(stream);
        watches.get(name)?.streams.delete(stream);
      });
      open.set(stream, browser);
      join({ name, ask }, stream);
      return stream.body;
    },
    close() {
      isClosed = true;
      for (const stream of open.keys()) stream.end();
    },
  };
}

/** Looks again and again until nobody follows. What can't be read this time is read the next. */
async function look(
  watches: Map<string, Watch>,
  { name, ask }: Watched,
  watch: Watch,
  lookMs: number,
): Promise<void> {
  while (watch.streams.size > 0) {
    const figure = await ask().catch(() => null);
    if (figure !== null) watch.state = digestOf(figure);
    for (const stream of watch.streams) if (watch.state !== null) stream.tell(watch.state);
    await new Promise((resolve) => setTimeout(resolve, lookMs).unref());
  }
  watches.delete(name);
}

/** A figure as it is sent: it tells that something changed, and not what. */
function digestOf(figure: string): string {
  return createHash('sha256').update(figure).digest('base64url').slice(0, 16);
}
