import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { AttemptId, ItemId } from '../../src/lib/quiz/ids.ts';
import { kyselyStore } from '../../src/lib/server/storage/kysely-store.ts';
import { migrate } from '../../src/lib/server/storage/migrate.ts';
import { openStore } from '../../src/lib/server/storage/open.ts';
import { openDatabase } from '../../src/lib/server/storage/sqlite-database.ts';
import { sqliteFaultOf } from '../../src/lib/server/storage/sqlite-fault.ts';
import type { Tables } from '../../src/lib/server/storage/tables.ts';
import { makeAnswer, makeAttempt, owner, stranger } from './make-rows.ts';
import { freshFiles } from './temporary-folder.ts';

const freshFile = freshFiles();
const { id } = makeAttempt();

function answersOf(count: number) {
  return Array.from({ length: count }, (_, index) =>
    makeAnswer({ itemId: `item-${String(index).padStart(4, '0')}` as ItemId }),
  );
}

/** A store on SQLite that counts the transactions it commits by name. */
async function countingStore(file = ':memory:') {
  const counted = { commits: 0 };
  const database = openDatabase(file);
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({ database }),
    log: ({ query }) => void (counted.commits += Number(query.sql === 'commit')),
  });
  await migrate(db);
  database.run('PRAGMA busy_timeout = 50');
  const faultOf = (error: unknown) => sqliteFaultOf(error, file);
  const store = kyselyStore(db, { gatherMs: 3, afterErasing: async () => {}, faultOf });
  await store.createAttempt(makeAttempt());
  return { store, counted };
}

describe('answers that arrive together', () => {
  it('share a commit, and are told apart', async () => {
    const { store, counted } = await countingStore();
    const answers = answersOf(1000);
    const results = await Promise.all(answers.map((answer) => store.insertAnswer(answer, owner)));
    expect(results).toEqual(answers.map(() => ({ inserted: true })));
    expect(counted.commits).toBeGreaterThan(0);
    expect(counted.commits).toBeLessThan(10);
    expect(await store.listAnswers(id, owner)).toEqual(answers);
    await store.close();
  });

  it('are told which of them came first, and which are foreign', async () => {
    const { store } = await countingStore();
    const unknown = `att_${'z'.repeat(26)}` as AttemptId;
    const [first, second, foreign, lost] = await Promise.all([
      store.insertAnswer(makeAnswer(), owner),
      store.insertAnswer(makeAnswer({ response: { option: 'a' } }), owner),
      store.insertAnswer(makeAnswer(), stranger),
      store.insertAnswer(makeAnswer({ attemptId: unknown }), owner),
    ]);
    expect(first).toEqual({ inserted: true });
    expect(second).toEqual({ inserted: false, answer: makeAnswer() });
    expect([foreign, lost]).toEqual([null, null]);
    await store.close();
  });

  it('do not fail with one that is a fault of the program', async () => {
    const { store } = await countingStore();
    const [good, bad, late] = await Promise.allSettled([
      store.insertAnswer(makeAnswer(), owner),
      store.insertAnswer(makeAnswer({ itemId: 'households' as ItemId, points: NaN }), owner),
      store.insertAnswer(makeAnswer({ itemId: 'roads' as ItemId }), owner),
    ]);
    expect(good).toEqual({ status: 'fulfilled', value: { inserted: true } });
    expect(bad).toMatchObject({ status: 'rejected', reason: { name: 'RangeError' } });
    expect(late).toEqual({ status: 'fulfilled', value: { inserted: true } });
    expect(await store.listAnswers(id, owner)).toHaveLength(2);
    await store.close();
  });

  it('do not fail with one that there is no room for', async () => {
    const file = freshFile();
    const setup = await openStore({ file });
    await setup.createAttempt(makeAttempt());
    await setup.close();
    const store = await openStore({ file, maxPages: 40 });
    const large = { text: 'x'.repeat(400_000) };
    const [good, bad] = await Promise.allSettled([
      store.insertAnswer(makeAnswer(), owner),
      store.insertAnswer(makeAnswer({ itemId: 'roads' as ItemId, response: large }), owner),
    ]);
    expect(good).toEqual({ status: 'fulfilled', value: { inserted: true } });
    expect(bad).toMatchObject({ status: 'rejected', reason: { kind: 'full' } });
    expect(await store.listAnswers(id, owner)).toEqual([makeAnswer()]);
    await store.close();
  });

  it('are each told that the database is held, without waiting for it one by one', async () => {
    const file = freshFile();
    mkdirSync(dirname(file));
    const { store } = await countingStore(file);
    const other = new DatabaseSync(file);
    other.exec('begin immediate');
    const results = await Promise.allSettled(
      answersOf(50).map((answer) => store.insertAnswer(answer, owner)),
    );
    other.exec('rollback');
    other.close();
    expect(results).toHaveLength(50);
    for (const result of results) expect(result).toMatchObject({ reason: { kind: 'busy' } });
    expect(await store.listAnswers(id, owner)).toEqual([]);
    await store.close();
  });

  it('are stored before the store closes', async () => {
    const file = freshFile();
    const store = await openStore({ file });
    await store.createAttempt(makeAttempt());
    const inserting = answersOf(20).map((answer) => store.insertAnswer(answer, owner));
    await store.close();
    expect(await Promise.all(inserting)).toHaveLength(20);
    const again = await openStore({ file });
    expect(await again.listAnswers(id, owner)).toEqual(answersOf(20));
    await again.close();
  });
});
