import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AttemptId, ItemId } from '../../src/lib/quiz/ids.ts';
import type { Store } from '../../src/lib/server/storage/store.ts';
import { bank, makeAnswer, makeAttempt, owner, stranger } from './make-rows.ts';

const otherId = `att_${'z'.repeat(26)}` as AttemptId;

/** What every database must do; `open` gives a fresh, empty store each time. */
export function describeStore(name: string, open: () => Promise<Store>): void {
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

    it('finds no attempt for somebody else', async () => {
      await store.createAttempt(makeAttempt());
      expect(await store.findAttempt(makeAttempt().id, stranger)).toBeNull();
      expect(await store.listAttempts(stranger)).toEqual([]);
      expect(await store.listAnswers(makeAttempt().id, stranger)).toEqual([]);
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
      expect(results.filter((result) => result?.inserted)).toHaveLength(1);
      expect(await store.listAnswers(makeAttempt().id, owner)).toHaveLength(1);
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

    it('keeps reports, oldest first', async () => {
      const report = {
        id: 'rep_2',
        bankId: bank,
        itemId: 'repairs' as ItemId,
        itemVersion: 3,
        response: { option: 'a' },
        comment: 'The key is wrong.',
        createdAt: 20,
      };
      await store.addReport(report);
      await store.addReport({ ...report, id: 'rep_1', createdAt: 10 });
      expect((await store.listReports()).map(({ id }) => id)).toEqual(['rep_1', 'rep_2']);
      expect((await store.listReports())[1]).toEqual(report);
    });

    it('erases all of one owner and nothing of another', async () => {
      await store.createAttempt(makeAttempt());
      await store.insertAnswer(makeAnswer(), owner);
      await store.createAttempt(makeAttempt({ id: otherId, owner: stranger }));
      expect(await store.eraseOwner(owner)).toBe(1);
      expect(await store.findAttempt(makeAttempt().id, owner)).toBeNull();
      expect(await store.findAttempt(otherId, stranger)).not.toBeNull();
    });

    it('erases what was not touched since a moment', async () => {
      await store.createAttempt(makeAttempt());
      await store.createAttempt(makeAttempt({ id: otherId }));
      await store.insertAnswer(makeAnswer({ attemptId: otherId, answeredAt: 5000 }), owner);
      expect(await store.eraseInactiveSince(5000)).toBe(1);
      expect(await store.findAttempt(makeAttempt().id, owner)).toBeNull();
      expect(await store.findAttempt(otherId, owner)).not.toBeNull();
    });
  });
}
