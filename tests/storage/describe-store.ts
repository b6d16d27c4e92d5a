import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AttemptId, ItemId, OwnerId } from '../../src/lib/quiz/ids.ts';
import type { Store } from '../../src/lib/server/storage/store.ts';
import { describeClassStore } from './describe-class-store.ts';
import { describeDeliveries } from './describe-deliveries.ts';
import { describeLtiCourses } from './describe-lti-courses.ts';
import { describeLtiPlatforms } from './describe-lti-platforms.ts';
import { describeSelfStudy } from './describe-self-study.ts';
import { makeAnswer, makeAttempt, makeReport, owner, stranger } from './make-rows.ts';

const otherId = `att_${'z'.repeat(26)}` as AttemptId;

/** What every database must do; `open` gives a fresh, empty store each time. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describeClassStore(name, open);
  describeSelfStudy(name, open);
  describeDeliveries(name, open);
  describeLtiPlatforms(name, open);
  describeLtiCourses(name, open);
  describe(`the store on ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it('gives an attempt back as it was stored', async () => {
      await store.createAttempt(makeAttempt());
      expect(await store.findAttempt(makeAttempt().id, owner)).toEqual(makeAttempt());
    });

    it('shows nothing of an attempt to somebody else', async () => {
      await store.createAttempt(makeAttempt());
      await store.insertAnswer(makeAnswer(), owner);
      expect(await store.findAttempt(makeAttempt().id, stranger)).toBeNull();
      expect(await store.listAttempts(stranger)).toEqual([]);
      expect(await store.listAnswers(makeAttempt().id, stranger)).toEqual([]);
      expect(await store.insertAnswer(makeAnswer(), stranger)).toBeNull();
    });

    it('lists what an owner has answered, oldest first, and nothing of others', async () => {
      const { bankId, seed } = makeAttempt();
      await store.createAttempt(makeAttempt());
      const late = makeAnswer({ itemId: 'households' as ItemId, answeredAt: 3000 });
      await store.insertAnswer(late, owner);
      await store.insertAnswer(makeAnswer({ answeredAt: 2500 }), owner);
      expect(await store.listAnswered(owner, 9000)).toEqual([
        { ...makeAnswer({ answeredAt: 2500 }), bankId, seed },
        { ...late, bankId, seed },
      ]);
      expect(await store.listAnswered(stranger, 9000)).toEqual([]);
    });

    it.each(['guessing', 60, 99, null] as const)('keeps a certainty of %s', async (certainty) => {
      const { id } = makeAttempt();
      await store.createAttempt(makeAttempt({ marking: 'certainty' }));
      await store.insertAnswer(makeAnswer({ certainty, chance: 1 / 3 }), owner);
      expect(await store.listAnswers(id, owner)).toEqual([
        makeAnswer({ certainty, chance: 1 / 3 }),
      ]);
      expect((await store.findAttempt(id, owner))?.marking).toBe('certainty');
    });

    it('stores the first answer and returns it to the second', async () => {
      await store.createAttempt(makeAttempt());
      expect(await store.insertAnswer(makeAnswer(), owner)).toEqual({ inserted: true });
      const second = makeAnswer({ response: { option: 'a' }, points: 0, correct: false });
      expect(await store.insertAnswer(second, owner)).toEqual({
        inserted: false,
        answer: makeAnswer(),
      });
      expect(await store.listAnswers(makeAttempt().id, owner)).toEqual([makeAnswer()]);
    });

    it('lets exactly one of fifty racing answers win', async () => {
      await store.createAttempt(makeAttempt());
      const results = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          store.insertAnswer(makeAnswer({ response: { option: `o${index}` } }), owner),
        ),
      );
      const stored = await store.listAnswers(makeAttempt().id, owner);
      expect(stored).toHaveLength(1);
      expect(results.filter((result) => result?.inserted)).toHaveLength(1);
      const returned = results.flatMap((result) => (result?.inserted ? [] : [result?.answer]));
      expect(returned).toEqual(Array.from({ length: 49 }, () => stored[0]));
    });

    it('gives answers oldest first, part marks to the last bit', async () => {
      await store.createAttempt(makeAttempt());
      const late = makeAnswer({ itemId: 'households' as ItemId, answeredAt: 3000 });
      const early = makeAnswer({ points: 1 / 3, correct: false, answeredAt: 2500 });
      await store.insertAnswer(late, owner);
      await store.insertAnswer(early, owner);
      expect(await store.listAnswers(makeAttempt().id, owner)).toEqual([early, late]);
    });

    it.each([NaN, Infinity])('refuses %d points as a fault of the program', async (points) => {
      await store.createAttempt(makeAttempt());
      await expect(store.insertAnswer(makeAnswer({ points }), owner)).rejects.toThrow(RangeError);
      expect(await store.listAnswers(makeAttempt().id, owner)).toEqual([]);
    });

    it('leaves an attempt as it is when its id comes again, whoever brings it', async () => {
      await store.createAttempt(makeAttempt());
      await store.createAttempt(makeAttempt({ seed: 'other' }));
      await store.createAttempt(makeAttempt({ owner: stranger }));
      expect(await store.findAttempt(makeAttempt().id, owner)).toEqual(makeAttempt());
      expect(await store.findAttempt(makeAttempt().id, stranger)).toBeNull();
    });

    it('takes no answer to a foreign or unknown attempt', async () => {
      await store.createAttempt(makeAttempt());
      expect(await store.insertAnswer(makeAnswer(), stranger)).toBeNull();
      expect(await store.insertAnswer(makeAnswer({ attemptId: otherId }), owner)).toBeNull();
      expect(await store.listAnswers(makeAttempt().id, owner)).toEqual([]);
    });

    it('lists attempts newest first with the number of answers', async () => {
      await store.createAttempt(makeAttempt());
      await store.createAttempt(makeAttempt({ id: otherId, startedAt: 3000 }));
      await store.insertAnswer(makeAnswer(), owner);
      const listed = await store.listAttempts(owner);
      expect(listed.map((each) => [each.attempt.id, each.answered])).toEqual([
        [otherId, 0],
        [makeAttempt().id, 1],
      ]);
    });

    it('keeps text well-formed, composed and without NUL', async () => {
      await store.createAttempt(makeAttempt());
      const response = { text: 'e\u0301\0 \ud800' };
      await store.insertAnswer(makeAnswer({ response }), owner);
      const [answer] = await store.listAnswers(makeAttempt().id, owner);
      expect(answer?.response).toEqual({ text: 'é \ufffd' });
    });

    it('finds nothing by an id that can’t be one', async () => {
      await store.createAttempt(makeAttempt());
      const id = `${makeAttempt().id}\0` as AttemptId;
      expect(await store.findAttempt(id, owner)).toBeNull();
      expect(await store.findAttempt('att_\ud800' as AttemptId, owner)).toBeNull();
      expect(await store.listAnswers(id, owner)).toEqual([]);
      expect(await store.eraseOwner('\0' as OwnerId)).toEqual({ attempts: 0, answers: 0 });
    });

    it('keeps reports, oldest first, with a response or without', async () => {
      const report = makeReport({ id: 'rep_1', createdAt: 20 });
      const early = makeReport({ id: 'rep_2', response: null, comment: 'No cafe\u0301\0.' });
      await store.addReport(report);
      await store.addReport(early);
      expect(await store.listReports()).toEqual([{ ...early, comment: 'No café.' }, report]);
    });

    it('erases all of one owner and nothing of another', async () => {
      await store.createAttempt(makeAttempt());
      await store.insertAnswer(makeAnswer(), owner);
      await store.createAttempt(makeAttempt({ id: otherId, owner: stranger }));
      expect(await store.eraseOwner(owner)).toEqual({ attempts: 1, answers: 1 });
      expect(await store.findAttempt(makeAttempt().id, owner)).toBeNull();
      expect(await store.insertAnswer(makeAnswer(), owner)).toBeNull();
      expect(await store.findAttempt(otherId, stranger)).not.toBeNull();
      expect(await store.eraseOwner(owner)).toEqual({ attempts: 0, answers: 0 });
    });

    it('erases what was neither started nor answered since a moment', async () => {
      const [old, answered, young] = ['o', 'p', 'q'].map(
        (letter) => `att_${letter.repeat(26)}` as AttemptId,
      ) as [AttemptId, AttemptId, AttemptId];
      await store.createAttempt(makeAttempt({ id: old }));
      await store.insertAnswer(makeAnswer({ attemptId: old, answeredAt: 4999 }), owner);
      await store.createAttempt(makeAttempt({ id: answered, retryOf: old }));
      await store.insertAnswer(makeAnswer({ attemptId: answered, answeredAt: 5000 }), owner);
      await store.createAttempt(makeAttempt({ id: young, owner: stranger, startedAt: 5000 }));
      expect(await store.eraseInactiveSince(5000)).toEqual({ attempts: 1, answers: 1 });
      expect(await store.findAttempt(old, owner)).toBeNull();
      expect(await store.listAnswers(answered, owner)).toHaveLength(1);
      expect(await store.findAttempt(young, stranger)).not.toBeNull();
    });

    it('answers a ping', async () => {
      expect(await store.ping()).toBeUndefined();
    });
  });
}
