import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AttemptId, ClassId, ItemId } from '../../src/lib/quiz/ids.ts';
import { ownerOfLearner } from '../../src/lib/quiz/ids.ts';
import type { DeliveryRequest, Settled } from '../../src/lib/server/storage/delivery-store.ts';
import type { Store } from '../../src/lib/server/storage/store.ts';
import {
  assignmentId,
  attemptIdAt,
  classId,
  fillClass,
  learnerIdAt,
  makeClassAttempt,
} from './make-class-rows.ts';
import { makeAnswer, makeAttempt, owner, stranger } from './make-rows.ts';

function makeRequest(part: Partial<DeliveryRequest> = {}): DeliveryRequest {
  return {
    kind: 'lti-score',
    key: 'one',
    group: 'platform',
    classId: null,
    owner: null,
    attemptId: null,
    ...part,
  };
}

const name = { kind: 'lti-score', key: 'one' } as const;

function settledAs(part: Partial<Settled> = {}): Settled {
  return { state: 'delivered', answer: '200', triedAt: 1500, dueAt: 1500, ...part };
}

/** What every database must do with what is sent to other systems. */
export function describeDeliveries(database: string, open: () => Promise<Store>): void {
  describe(`deliveries on ${database}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());
    const keysHeld = async (nowMs: number, limit = 10) =>
      (await store.deliveries.hold('platform', nowMs, nowMs + 100, limit)).map(({ key }) => key);

    it('are kept as they were requested', async () => {
      await store.deliveries.request(makeRequest(), 1000);
      expect(await store.deliveries.find(name)).toEqual({
        ...makeRequest(),
        state: 'waiting',
        sequence: 1,
        requestedAt: 1000,
        dueAt: 1000,
        tries: 0,
        triedAt: null,
        answer: null,
      });
      expect(await store.deliveries.find({ ...name, kind: 'xapi-statement' })).toBeNull();
    });

    it('take the place of those of the same name', async () => {
      await store.deliveries.request(makeRequest(), 1000);
      await store.deliveries.settle(name, 1, settledAs());
      await store.deliveries.request(makeRequest({ group: 'other', classId }), 2000);
      expect(await store.deliveries.find(name)).toMatchObject({
        state: 'waiting',
        group: 'other',
        classId,
        sequence: 2,
        requestedAt: 2000,
        dueAt: 2000,
        tries: 0,
      });
    });

    it('stay as they are where they were requested once', async () => {
      await store.deliveries.requestOnce(makeRequest(), 1000);
      await store.deliveries.settle(name, 1, settledAs());
      await store.deliveries.requestOnce(makeRequest(), 2000);
      expect(await store.deliveries.find(name)).toMatchObject({ state: 'delivered', sequence: 1 });
    });

    it('are held for one caller, the longest waiting first, until they are let go', async () => {
      const { deliveries } = store;
      await deliveries.request(makeRequest({ key: 'late' }), 3000);
      await deliveries.request(makeRequest({ key: 'second' }), 1200);
      await deliveries.request(makeRequest({ key: 'first' }), 1100);
      await deliveries.request(makeRequest({ key: 'elsewhere', group: 'other' }), 1000);
      expect(await deliveries.listDueGroups(999)).toEqual([]);
      expect((await deliveries.listDueGroups(2000)).sort()).toEqual(['other', 'platform']);
      expect(await keysHeld(2000, 1)).toEqual(['first']);
      expect(await keysHeld(2000)).toEqual(['second']);
      expect(await keysHeld(2000)).toEqual([]);
      expect(await deliveries.listDueGroups(2000)).toEqual(['other']);
      await deliveries.release({ kind: 'lti-score', key: 'first' });
      expect(await keysHeld(2000)).toEqual(['first']);
      expect(await keysHeld(2100)).toEqual(['first', 'second']);
    });

    it('say when the next is due, or let go', async () => {
      const { deliveries } = store;
      expect(await deliveries.findNextDue(0)).toBeNull();
      await deliveries.request(makeRequest(), 1000);
      expect(await deliveries.findNextDue(900)).toBe(1000);
      await keysHeld(1000);
      expect(await deliveries.findNextDue(1000)).toBe(1100);
      const later = settledAs({ state: 'waiting', answer: '503', dueAt: 7000 });
      await deliveries.settle(name, 1, later);
      expect(await deliveries.findNextDue(1000)).toBe(7000);
      expect(await deliveries.find(name)).toMatchObject({ tries: 1, triedAt: 1500, answer: '503' });
      await deliveries.settle(name, 1, settledAs());
      expect(await deliveries.findNextDue(1000)).toBeNull();
    });

    it('wait to be sent again where they were requested while they were sent', async () => {
      const { deliveries } = store;
      await deliveries.request(makeRequest(), 1000);
      await keysHeld(1000);
      await deliveries.request(makeRequest(), 1050);
      expect(await keysHeld(1060)).toEqual([]);
      await deliveries.settle(name, 1, settledAs());
      expect(await deliveries.find(name)).toMatchObject({ state: 'waiting', sequence: 2 });
      expect(await keysHeld(1060)).toEqual(['one']);
    });

    it('are sent again on request, whatever became of them', async () => {
      const { deliveries } = store;
      expect(await deliveries.resend(name, 1000)).toBe(false);
      await deliveries.request(makeRequest(), 1000);
      await deliveries.settle(name, 1, settledAs({ state: 'refused' }));
      expect(await deliveries.resend(name, 2000)).toBe(true);
      expect(await deliveries.find(name)).toMatchObject({
        state: 'waiting',
        sequence: 2,
        tries: 0,
      });
    });

    it('are listed by what they have in common, the latest requested first', async () => {
      const { deliveries } = store;
      await deliveries.request(makeRequest({ key: 'old' }), 1000);
      await deliveries.request(makeRequest({ key: 'new', classId }), 2000);
      await deliveries.settle({ kind: 'lti-score', key: 'old' }, 1, settledAs());
      const keys = async (...args: Parameters<typeof deliveries.list>) =>
        (await deliveries.list(...args)).map(({ key }) => key);
      expect(await keys({}, 9)).toEqual(['new', 'old']);
      expect(await keys({}, 1)).toEqual(['new']);
      expect(await keys({ classId }, 9)).toEqual(['new']);
      expect(await keys({ classId: null }, 9)).toEqual(['old']);
      expect(await keys({ state: 'delivered', kind: 'lti-score', group: 'platform' }, 9)).toEqual([
        'old',
      ]);
      expect(await keys({ kind: 'xapi-statement' }, 9)).toEqual([]);
    });

    it('are forgotten a while after they ended, and never while they wait', async () => {
      const { deliveries } = store;
      for (const key of ['waits', 'ended', 'ended-late'])
        await deliveries.request(makeRequest({ key }), 1000);
      await deliveries.settle({ kind: 'lti-score', key: 'ended' }, 1, settledAs());
      const late = settledAs({ triedAt: 9000, dueAt: 9000 });
      await deliveries.settle({ kind: 'lti-score', key: 'ended-late' }, 1, late);
      await deliveries.forgetEnded(5000);
      expect((await deliveries.list({}, 9)).map(({ key }) => key)).toEqual(['ended-late', 'waits']);
    });

    it('go with the attempt, the browser, the learner and the class of which they tell', async () => {
      const { classes, deliveries } = store;
      await fillClass(store, 2);
      await store.createAttempt(makeAttempt());
      await classes.createClassAttempt(makeClassAttempt(1));
      const all: readonly Partial<DeliveryRequest>[] = [
        { key: 'of-attempt', attemptId: makeAttempt().id },
        { key: 'of-browser', owner: stranger },
        { key: 'of-learner', owner: ownerOfLearner(learnerIdAt(1)), classId },
        { key: 'of-class-attempt', attemptId: attemptIdAt(1) },
        { key: 'of-class', classId },
        { key: 'of-nobody' },
      ];
      for (const part of all) await deliveries.request(makeRequest(part), 1000);
      const left = async () => (await deliveries.list({}, 9)).map(({ key }) => key).sort();
      await store.eraseOwner(owner);
      await store.eraseOwner(stranger);
      expect(await left()).toEqual(['of-class', 'of-class-attempt', 'of-learner', 'of-nobody']);
      await classes.eraseLearner(learnerIdAt(1));
      expect(await left()).toEqual(['of-class', 'of-nobody']);
      await classes.eraseClass(classId);
      expect(await left()).toEqual(['of-nobody']);
    });

    it('go where a class is made anonymous', async () => {
      await fillClass(store);
      await store.deliveries.request(makeRequest({ classId }), 1000);
      await store.classes.anonymiseClass(classId, [], [], () => makeAttempt());
      expect(await store.deliveries.list({}, 9)).toEqual([]);
    });

    it('are not requested of an attempt that is gone', async () => {
      const attemptId = `att_${'z'.repeat(26)}` as AttemptId;
      await store.deliveries.request(makeRequest({ attemptId }), 1000);
      await store.deliveries.requestOnce(makeRequest({ attemptId }), 1000);
      expect(await store.deliveries.list({}, 9)).toEqual([]);
    });

    it('know until when each listener has heard', async () => {
      const { deliveries } = store;
      expect(await deliveries.beginHearing('xapi', 1000)).toBe(1000);
      expect(await deliveries.beginHearing('xapi', 2000)).toBe(1000);
      await deliveries.noteHeard('xapi', 3000);
      expect(await deliveries.beginHearing('xapi', 4000)).toBe(3000);
      expect(await deliveries.beginHearing('lti', 4000)).toBe(4000);
    });

    it('find the answers since a moment, page by page', async () => {
      const attempt = makeAttempt();
      await fillClass(store, 1);
      await store.classes.createClassAttempt(makeClassAttempt(1));
      await store.createAttempt(attempt);
      const late = makeAnswer({ itemId: 'households' as ItemId, answeredAt: 2000 });
      await store.insertAnswer(makeAnswer({ answeredAt: 1999 }), owner);
      await store.insertAnswer(late, owner);
      const inClass = makeAnswer({ attemptId: attemptIdAt(1), answeredAt: 2000 });
      await store.insertAnswer(inClass, ownerOfLearner(learnerIdAt(1)));
      const heard = { attempt, classId: null as ClassId | null, itemId: late.itemId };
      const first = { ...heard, answeredAt: 2000 };
      const [page] = await store.deliveries.pageAnswers(2000, null, 1);
      expect(page).toEqual(first);
      expect(await store.deliveries.pageAnswers(2000, first, 9)).toMatchObject([
        { attempt: { id: attemptIdAt(1), inClass: { assignmentId } }, classId },
      ]);
    });
  });
}
