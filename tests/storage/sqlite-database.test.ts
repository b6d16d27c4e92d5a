import { join } from 'node:path';
import { Kysely, sql, SqliteDialect } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/lib/server/storage/sqlite-database.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();

interface Notes {
  note: { text: unknown };
}

/** A fresh in-memory database with one table, through the adapter and through Kysely. */
async function openNotes() {
  const database = openDatabase(':memory:');
  const db = new Kysely<Notes>({ dialect: new SqliteDialect({ database }) });
  await db.schema.createTable('note').addColumn('text', 'blob').execute();
  return { database, db };
}

describe('the adapter for node:sqlite', () => {
  it.each([
    ['synchronous', 2, 'each commit is synced before it is acknowledged'],
    ['fullfsync', 1, 'a sync reaches the disk on macOS too'],
    ['journal_mode', 'wal', 'readers do not stop the writer'],
    ['secure_delete', 1, 'what is deleted is overwritten'],
    ['foreign_keys', 1, 'answers go with their attempt'],
    ['busy_timeout', 5000, 'a second process waits its turn'],
  ])('opens every connection with %s = %s: %s', (pragma, value) => {
    const database = openDatabase(join(folder, 'settings.db'));
    const [row] = database.prepare(`PRAGMA ${pragma}`).all([]);
    expect(Object.values(row as object)).toEqual([value]);
    database.close();
  });

  it('gives rows as plain objects', async () => {
    const { db } = await openNotes();
    await db.insertInto('note').values({ text: 'one' }).execute();
    expect(await db.selectFrom('note').selectAll().execute()).toStrictEqual([{ text: 'one' }]);
    await db.destroy();
  });

  it.each([
    ['true', true, 1],
    ['false', false, 0],
    ['null', null, null],
    ['a part', 1 / 3, 1 / 3],
    ['a time', 1_795_000_000_000, 1_795_000_000_000],
  ])('stores %s', async (_name, value, stored) => {
    const { db } = await openNotes();
    await db.insertInto('note').values({ text: value }).execute();
    expect(await db.selectFrom('note').selectAll().execute()).toEqual([{ text: stored }]);
    await db.destroy();
  });

  it.each([
    ['a date', new Date(0)],
    ['undefined', undefined],
    ['NaN', NaN],
    ['an object', {}],
  ])('refuses %s, which would become NULL', async (_name, value) => {
    const { db } = await openNotes();
    const insert = sql`insert into note values (${sql.val(value)})`.execute(db);
    await expect(insert).rejects.toThrow(TypeError);
    expect(await db.selectFrom('note').selectAll().execute()).toEqual([]);
    await db.destroy();
  });

  it('streams rows although the same statement is run in between', async () => {
    const { db } = await openNotes();
    await db
      .insertInto('note')
      .values([{ text: 1 }, { text: 2 }, { text: 3 }])
      .execute();
    const query = db.selectFrom('note').selectAll().orderBy('text');
    const seen: unknown[] = [];
    const statement = query.compile().sql;
    const database = openDatabase(':memory:');
    database.run('create table note (text); insert into note values (1), (2), (3)');
    for (const row of database.prepare(statement).iterate([])) {
      seen.push(row);
      expect(database.prepare(statement).all([])).toHaveLength(3);
    }
    expect(seen).toEqual([{ text: 1 }, { text: 2 }, { text: 3 }]);
    database.close();
    await db.destroy();
  });

  it('tells why a transaction ended when SQLite has rolled it back by itself', async () => {
    const { database, db } = await openNotes();
    database.run('PRAGMA max_page_count = 4');
    const filling = db.transaction().execute(async (trx) => {
      await trx.insertInto('note').values({ text: 'first' }).execute();
      await trx
        .insertInto('note')
        .values({ text: 'x'.repeat(100_000) })
        .execute();
    });
    await expect(filling).rejects.toMatchObject({ errcode: 13 });
    expect(await db.selectFrom('note').selectAll().execute()).toEqual([]);
    await db.destroy();
  });
});
