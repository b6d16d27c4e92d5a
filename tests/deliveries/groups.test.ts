import { describe, expect, it } from 'vitest';
import type { Sent } from '../../src/lib/server/deliveries/sent.ts';
import { queueOf, scoreOf, until } from './queue-of.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const delivered: Sent = { kind: 'delivered', answer: '200 OK' };
const later: Sent = { kind: 'later', reason: '503 Service Unavailable' };

describe('a group', () => {
  it('is sent four at a time', async () => {
    const answers: ((sent: Sent) => void)[] = [];
    const { deliveries, sent } = await queueOf(
      () => new Promise((resolve) => answers.push(resolve)),
    );
    for (let index = 0; index < 9; index += 1) await deliveries.request(scoreOf(`s${index}`));
    deliveries.start();
    await until(() => sent.length === 4);
    answers.shift()?.(delivered);
    await until(() => sent.length === 5);
    while (sent.length < 9 || answers.length > 0) {
      answers.shift()?.(delivered);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await deliveries.idle();
    expect(await deliveries.list({ state: 'delivered' }, 99)).toHaveLength(9);
  });

  it('that fails holds up no other', async () => {
    const { deliveries, sent, time } = await queueOf((key) =>
      key.startsWith('a') ? later : delivered,
    );
    for (let index = 0; index < 20; index += 1)
      await deliveries.request(scoreOf(`a${index}`, { group: 'failing' }));
    for (let index = 0; index < 20; index += 1)
      await deliveries.request(scoreOf(`b${index}`, { group: 'well' }));
    deliveries.start();
    await time.pass(0);
    expect(await deliveries.list({ group: 'well', state: 'delivered' }, 99)).toHaveLength(20);
    expect(sent.filter(({ key }) => key.startsWith('a'))).toHaveLength(4);
  });

  it('that fails is tried by one at a time, less and less often, and by all once it is back', async () => {
    let isBack = false;
    const { deliveries, sent, time } = await queueOf(() => (isBack ? delivered : later));
    for (let index = 0; index < 100; index += 1) await deliveries.request(scoreOf(`s${index}`));
    deliveries.start();
    await time.pass(5 * hourMs);
    // Four at first, then one each: with growing pauses up to a quarter of an hour.
    expect(sent.length).toBeLessThan(35);
    isBack = true;
    await time.pass(15 * minuteMs);
    expect(await deliveries.list({ state: 'delivered' }, 999)).toHaveLength(100);
  });

  it('holds up none for those that are in trouble of their own', async () => {
    const own: Sent = { kind: 'later', reason: '403 Forbidden', isOwn: true };
    const { deliveries, time } = await queueOf((key) => (key === 'good' ? delivered : own));
    for (let index = 0; index < 60; index += 1) await deliveries.request(scoreOf(`s${index}`));
    deliveries.start();
    await time.pass(12 * 60 * minuteMs);
    await deliveries.request(scoreOf('good'));
    await time.pass(minuteMs);
    expect(await deliveries.find({ kind: 'lti-score', key: 'good' })).toMatchObject({
      state: 'delivered',
    });
  });

  it('with one delivery that always fails brings all the others through', async () => {
    const { deliveries, sent, time } = await queueOf((key) => (key === 's0' ? later : delivered));
    for (let index = 0; index < 50; index += 1) await deliveries.request(scoreOf(`s${index}`));
    deliveries.start();
    await time.pass(minuteMs);
    expect(await deliveries.list({ state: 'delivered' }, 99)).toHaveLength(49);
    await time.pass(dayMs);
    expect(sent.filter(({ key }) => key === 's0').length).toBeLessThan(20);
  });

  it('that limits how much it takes gets all of it in the end, and no more than it takes', async () => {
    const takenAt: number[] = [];
    const { deliveries, sent, time } = await queueOf(() => {
      const recent = takenAt.filter((at) => at > time.now() - 10_000);
      if (recent.length >= 5) return { kind: 'later', reason: '429', afterMs: 10_000 };
      takenAt.push(time.now());
      return delivered;
    });
    for (let index = 0; index < 40; index += 1) await deliveries.request(scoreOf(`s${index}`));
    deliveries.start();
    await time.pass(10 * minuteMs);
    expect(await deliveries.list({ state: 'delivered' }, 99)).toHaveLength(40);
    expect(sent.length).toBeLessThan(80);
  });
});
