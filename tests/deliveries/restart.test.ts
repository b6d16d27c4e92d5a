import { describe, expect, it } from 'vitest';
import type { Sent } from '../../src/lib/server/deliveries/sent.ts';
import { openStore } from '../../src/lib/server/storage/open.ts';
import { freshFiles } from '../storage/temporary-folder.ts';
import { queueOf, scoreOf, until } from './queue-of.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const freshFile = freshFiles();
const delivered: Sent = { kind: 'delivered', answer: '200 OK' };
const later: Sent = { kind: 'later', reason: '503 Service Unavailable' };

describe('a stop and a start', () => {
  it('lose none of 200 scores through an outage, and deliver the last value of each', async () => {
    const file = freshFile();
    const scores = new Map<string, number>();
    const arrived = new Map<string, number>();
    let isOut = true;
    const receive = (key: string): Sent => {
      if (isOut) return later;
      arrived.set(key, scores.get(key) ?? NaN);
      return delivered;
    };
    const first = await queueOf(receive, { store: await openStore({ file }) });
    first.deliveries.start();
    for (let round = 1; round <= 2; round += 1) {
      for (let index = 0; index < 200; index += 1) {
        scores.set(`s${index}`, round * index);
        await first.deliveries.request(scoreOf(`s${index}`));
      }
      await first.time.pass(hourMs);
    }
    await first.deliveries.close();
    await first.store.close();
    isOut = false;
    const second = await queueOf(receive, {
      store: await openStore({ file }),
      startMs: first.time.now() + hourMs,
    });
    second.deliveries.start();
    await second.time.pass(hourMs);
    expect(arrived).toEqual(scores);
    expect(await second.deliveries.list({ state: 'delivered' }, 999)).toHaveLength(200);
    await second.store.close();
  });

  it('send again what was under way when the server was killed', async () => {
    const file = freshFile();
    const first = await queueOf(() => new Promise(() => undefined), {
      store: await openStore({ file }),
    });
    first.deliveries.start();
    await first.deliveries.request(scoreOf('one'));
    await until(() => first.sent.length === 1);
    const second = await queueOf(() => delivered, {
      store: await openStore({ file }),
      startMs: first.time.now(),
    });
    second.deliveries.start();
    await second.time.pass(minuteMs - 1);
    // The first might be another server that is still sending it.
    expect(second.sent).toEqual([]);
    await second.time.pass(1);
    expect(second.sent).toHaveLength(1);
    await second.store.close();
    await first.store.close();
  });

  it('wait for what is under way, and give it up after five seconds', async () => {
    const store = await openStore({ file: ':memory:' });
    const first = await queueOf(() => new Promise(() => undefined), { store });
    first.deliveries.start();
    await first.deliveries.request(scoreOf('one'));
    await until(() => first.sent.length === 1);
    const closed = first.deliveries.close();
    first.time.ring(5_000);
    await closed;
    const second = await queueOf(() => delivered, { store, startMs: first.time.now() });
    second.deliveries.start();
    await second.deliveries.idle();
    expect(second.sent).toHaveLength(1);
  });

  it('send nothing after the stop', async () => {
    const { deliveries, sent, time } = await queueOf(() => delivered);
    deliveries.start();
    await deliveries.close();
    await deliveries.request(scoreOf('one'));
    await time.pass(dayMs);
    expect(sent).toEqual([]);
  });
});

describe('two servers on one database', () => {
  it('send each delivery once', async () => {
    const store = await openStore({ file: freshFile() });
    const slowly = () => new Promise<Sent>((resolve) => setImmediate(() => resolve(delivered)));
    const one = await queueOf(slowly, { store });
    const other = await queueOf(slowly, { store });
    for (let index = 0; index < 40; index += 1) await one.deliveries.request(scoreOf(`s${index}`));
    one.deliveries.start();
    other.deliveries.start();
    await Promise.all([one.deliveries.idle(), other.deliveries.idle()]);
    await one.time.pass(2 * minuteMs);
    const keys = [...one.sent, ...other.sent].map(({ key }) => key);
    expect(keys).toHaveLength(40);
    expect(new Set(keys).size).toBe(40);
    await store.close();
  });

  it('send what the other has stored and not sent', async () => {
    const store = await openStore({ file: ':memory:' });
    const other = await queueOf(() => delivered, { store });
    other.deliveries.start();
    await other.deliveries.idle();
    await store.deliveries.request(scoreOf('one'), other.time.now());
    await other.time.pass(minuteMs);
    expect(other.sent).toHaveLength(1);
  });
});

describe('a database that fails', () => {
  it('is asked again a minute later', async () => {
    const store = await openStore({ file: ':memory:' });
    let isFailing = true;
    const failing = {
      ...store,
      deliveries: {
        ...store.deliveries,
        listDueGroups: (nowMs: number) =>
          isFailing ? Promise.reject(new Error('disk')) : store.deliveries.listDueGroups(nowMs),
      },
    };
    const { deliveries, reported, sent, time } = await queueOf(() => delivered, { store: failing });
    await deliveries.request(scoreOf('one'));
    deliveries.start();
    await deliveries.idle();
    expect(reported).toHaveLength(1);
    isFailing = false;
    await time.pass(minuteMs);
    expect(sent).toHaveLength(1);
  });
});
