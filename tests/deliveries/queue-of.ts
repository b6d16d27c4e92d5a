import { makeDeliveries, type Deliveries } from '../../src/lib/server/deliveries/deliveries.ts';
import type { Sender, Sent } from '../../src/lib/server/deliveries/sent.ts';
import type { DeliveryRequest } from '../../src/lib/server/storage/delivery-store.ts';
import { openStore } from '../../src/lib/server/storage/open.ts';
import type { Store } from '../../src/lib/server/storage/store.ts';
import { fakeTime, type FakeTime } from './fake-time.ts';

/** A queue with a receiver whose answers a test decides on. */
export interface Queue {
  readonly deliveries: Deliveries;
  readonly store: Store;
  readonly time: FakeTime;
  /** The keys that were sent, and when. */
  readonly sent: { readonly key: string; readonly at: number }[];
  /** What was reported to the administrator. */
  readonly reported: unknown[];
  /** How receivers are, as the log has it. */
  readonly noted: string[];
}

/** One request for a score. */
export function scoreOf(key: string, part: Partial<DeliveryRequest> = {}): DeliveryRequest {
  return {
    kind: 'lti-score',
    key,
    group: 'platform',
    classId: null,
    owner: null,
    attemptId: null,
    ...part,
  };
}

/** A queue that is not started, on a database in memory or on one that is there. */
export async function queueOf(
  answer: (key: string, signal: AbortSignal) => Sent | Promise<Sent>,
  given: { store?: Store; startMs?: number; chance?: () => number } = {},
): Promise<Queue> {
  const store = given.store ?? (await openStore({ file: ':memory:' }));
  const sent: { key: string; at: number }[] = [];
  const reported: unknown[] = [];
  const noted: string[] = [];
  let settle = (): Promise<void> => Promise.resolve();
  const time = fakeTime(() => settle(), given.startMs);
  const send: Sender = async (key, signal) => {
    sent.push({ key, at: time.now() });
    return answer(key, signal);
  };
  const deliveries = makeDeliveries({
    store: store.deliveries,
    now: time.now,
    chance: given.chance ?? (() => 0),
    alarm: time.alarm,
    note: (line) => noted.push(line),
    senders: { 'lti-score': send },
    report: (error) => reported.push(error),
  });
  settle = deliveries.idle;
  return { deliveries, store, time, sent, reported, noted };
}

/** Waits until something holds that comes about by itself. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
