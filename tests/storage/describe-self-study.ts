import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AttemptId, BankId } from '../../src/lib/quiz/ids.ts';
import type { Store } from '../../src/lib/server/storage/store.ts';
import { fillClass, makeClassAttempt } from './make-class-rows.ts';
import { makeAttempt, owner, stranger } from './make-rows.ts';

const storm = 'storm' as BankId;
const flood = 'flood' as BankId;
const idAt = (letter: string) => `att_${letter.repeat(26)}` as AttemptId;

/** What every database must do with attempts outside classes. */
export function describeSelfStudy(name: string, open: () => Promise<Store>): void {
  describe(`self-study on ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
      await fillClass(store, 2);
      await store.classes.createClassAttempt(makeClassAttempt(1));
    });
    afterEach(() => store.close());

    it('is none where all attempts are in classes', async () => {
      expect(await store.selfStudy.listBanks()).toEqual([]);
      expect(await store.selfStudy.count(storm)).toEqual({ owners: 0, attempts: 0 });
      expect(await store.selfStudy.pageOwners(storm, null, 10)).toEqual([]);
      expect(await store.selfStudy.listAttempts(storm, [])).toEqual([]);
    });

    it('is listed by bank, browser and time, page by page', async () => {
      const late = makeAttempt({ id: idAt('a'), startedAt: 3000 });
      const early = makeAttempt({ id: idAt('b') });
      const others = makeAttempt({ id: idAt('c'), owner: stranger });
      const elsewhere = makeAttempt({ id: idAt('d'), bankId: flood });
      for (const each of [late, others, early, elsewhere]) await store.createAttempt(each);
      const { selfStudy } = store;
      expect(await selfStudy.listBanks()).toEqual([flood, storm]);
      expect(await selfStudy.count(storm)).toEqual({ owners: 2, attempts: 3 });
      expect(await selfStudy.pageOwners(storm, null, 1)).toEqual([owner]);
      expect(await selfStudy.pageOwners(storm, owner, 5)).toEqual([stranger]);
      expect(await selfStudy.listAttempts(storm, [stranger, owner])).toEqual([early, late, others]);
      expect(await selfStudy.listAttempts(flood, [stranger])).toEqual([]);
    });
  });
}
