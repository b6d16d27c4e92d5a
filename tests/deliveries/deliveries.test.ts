import { describe, expect, it } from 'vitest';
import type { Sent } from '../../src/lib/server/deliveries/sent.ts';
import { queueOf, scoreOf, until } from './queue-of.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const delivered: Sent = { kind: 'delivered', answer: '200 OK' };
const later: Sent = { kind: 'later', reason: '503 Service Unavailable' };
const nameOf = (key: string) => ({ kind: 'lti-score', key }) as const;

describe('a delivery', () => {
  it('is sent as soon as it is requested, and the log says what came of it', async () => {
    const { deliveries, sent, time } = await queueOf(() => delivered);
    deliveries.start();
    await time.pass(0);
    await deliveries.request(scoreOf('one'));
    await deliveries.idle();
    expect(sent.map(({ key }) => key)).toEqual(['one']);
    expect(await deliveries.list({}, 9)).toMatchObject([
      { key: 'one', state: 'delivered', tries: 1, triedAt: time.now(), answer: '200 OK' },
    ]);
    await time.pass(dayMs);
    expect(sent).toHaveLength(1);
  });

  it('is stored before the start, and sent after it', async () => {
    const { deliveries, sent } = await queueOf(() => delivered);
    await deliveries.request(scoreOf('one'));
    await deliveries.idle();
    expect(sent).toEqual([]);
    deliveries.start();
    await deliveries.idle();
    expect(sent).toHaveLength(1);
  });

  it('is tried again with pauses that double, up to six hours, and never given up', async () => {
    const { deliveries, sent, time } = await queueOf(() => later);
    deliveries.start();
    await deliveries.request(scoreOf('one'));
    await time.pass(3 * dayMs);
    const pauses = sent.map(({ at }, index) => at - (sent[index - 1]?.at ?? at));
    expect(pauses.slice(0, 5)).toEqual([0, 5_000, 10_000, 20_000, 40_000]);
    expect(Math.max(...pauses)).toBe(6 * hourMs);
    expect(pauses.at(-1)).toBe(6 * hourMs);
    expect(await deliveries.find(nameOf('one'))).toMatchObject({
      state: 'waiting',
      tries: sent.length,
      answer: '503 Service Unavailable',
    });
  });

  it('waits less by chance, by up to half', async () => {
    const { deliveries, sent, time } = await queueOf(() => later, { chance: () => 0.5 });
    deliveries.start();
    await deliveries.request(scoreOf('one'));
    await time.pass(4_000);
    expect(sent.map(({ at }) => at - (sent[0]?.at ?? 0))).toEqual([0, 3_750]);
  });

  it('waits as long as the receiver asks for', async () => {
    const { deliveries, sent, time } = await queueOf(() => ({ ...later, afterMs: 2 * hourMs }));
    deliveries.start();
    await deliveries.request(scoreOf('one'));
    await time.pass(2 * hourMs - 1);
    expect(sent).toHaveLength(1);
    await time.pass(1);
    expect(sent).toHaveLength(2);
  });

  it.each(['refused', 'pointless'] as const)(
    'that is %s stays in the log with its reason',
    async (kind) => {
      const { deliveries, sent, time } = await queueOf(() => ({
        kind,
        reason: '400 No such user',
      }));
      deliveries.start();
      await deliveries.request(scoreOf('one'));
      await time.pass(dayMs);
      expect(sent).toHaveLength(1);
      expect(await deliveries.list({ state: kind }, 9)).toMatchObject([
        { answer: '400 No such user' },
      ]);
    },
  );

  it('that can’t be sent is said in the log', async () => {
    const answers: Sent[] = [{ kind: 'later', reason: '503 Busy' }, delivered];
    const { deliveries, noted, time } = await queueOf(() => answers.shift() ?? delivered);
    deliveries.start();
    await deliveries.request(scoreOf('one'));
    await time.pass(120_000);
    expect(noted).toEqual([
      expect.stringContaining('platform takes nothing at the moment: 503 Busy'),
      'platform takes deliveries again.',
    ]);
  });

  it('that was refused is sent again on request', async () => {
    const answers: Sent[] = [{ kind: 'refused', reason: '403 Forbidden' }, delivered];
    const { deliveries, sent } = await queueOf(() => answers.shift() ?? later);
    deliveries.start();
    await deliveries.request(scoreOf('one'));
    await deliveries.idle();
    expect(await deliveries.resend(nameOf('one'))).toBe(true);
    await deliveries.idle();
    expect(sent).toHaveLength(2);
    expect(await deliveries.find(nameOf('one'))).toMatchObject({ state: 'delivered', sequence: 2 });
    expect(await deliveries.resend(nameOf('another'))).toBe(false);
  });

  it('that is requested while it is sent is sent once more, and not at the same time', async () => {
    let answer: (sent: Sent) => void = () => undefined;
    const { deliveries, sent, time } = await queueOf(
      () => new Promise((resolve) => (answer = resolve)),
    );
    deliveries.start();
    await deliveries.request(scoreOf('one'));
    await until(() => sent.length === 1);
    await deliveries.request(scoreOf('one'));
    await deliveries.request(scoreOf('one'));
    expect(sent).toHaveLength(1);
    answer(delivered);
    await until(() => sent.length === 2);
    answer(delivered);
    await time.pass(dayMs);
    expect(sent).toHaveLength(2);
    expect(await deliveries.find(nameOf('one'))).toMatchObject({ state: 'delivered', sequence: 3 });
  });

  it('that is requested once is sent once', async () => {
    const { deliveries, sent } = await queueOf(() => delivered);
    deliveries.start();
    await deliveries.requestOnce(scoreOf('one'));
    await deliveries.idle();
    await deliveries.requestOnce(scoreOf('one'));
    await deliveries.idle();
    expect(sent).toHaveLength(1);
  });

  it('that gets no answer is cut off, and tried again', async () => {
    const signals: AbortSignal[] = [];
    const { deliveries, sent, time } = await queueOf((_key, signal) => {
      signals.push(signal);
      return sent.length === 1 ? new Promise(() => undefined) : delivered;
    });
    deliveries.start();
    await deliveries.request(scoreOf('one'));
    await until(() => sent.length === 1);
    time.ring(30_000);
    await deliveries.idle();
    expect(signals[0]?.aborted).toBe(true);
    expect(await deliveries.find(nameOf('one'))).toMatchObject({
      state: 'waiting',
      answer: 'No answer within 30 seconds.',
    });
    await time.pass(minuteMs);
    expect(await deliveries.find(nameOf('one'))).toMatchObject({ state: 'delivered' });
  });

  it('whose sender fails by a fault of ours is reported and tried again', async () => {
    const fault = new Error('no such column');
    const { deliveries, reported, sent, time } = await queueOf(() => {
      if (sent.length === 1) throw fault;
      return delivered;
    });
    deliveries.start();
    await deliveries.request(scoreOf('one'));
    await time.pass(minuteMs);
    expect(reported).toEqual([fault]);
    expect(await deliveries.find(nameOf('one'))).toMatchObject({ state: 'delivered' });
  });

  it('that nothing sends any more waits, and says so', async () => {
    const { deliveries } = await queueOf(() => delivered);
    deliveries.start();
    await deliveries.request(scoreOf('one', { kind: 'xapi-statement' }));
    await deliveries.idle();
    expect(await deliveries.list({}, 9)).toMatchObject([
      { state: 'waiting', answer: 'This server is not set up to send it.' },
    ]);
  });

  it('that ended is forgotten after 90 days', async () => {
    const { deliveries, time } = await queueOf(() => delivered);
    deliveries.start();
    await deliveries.request(scoreOf('one'));
    await deliveries.idle();
    time.ring(90 * dayMs);
    await deliveries.forgetEnded();
    expect(await deliveries.list({}, 9)).toHaveLength(1);
    time.ring(1);
    await deliveries.forgetEnded();
    expect(await deliveries.list({}, 9)).toEqual([]);
  });
});
