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
    { reason: 'syncs at each commit', pragma: 'synchronous', value: 2 },
    { reason: 'syncs as far as the disk on macOS', pragma: 'fullfsync', value: 1 },
    { reason: 'lets readers pass the writer', pragma: 'journal_mode', value: 'wal' },
    { reason: 'overwrites what is deleted', pragma: 'secure_delete', value: 1 },
    { reason: 'deletes answers with their attempt', pragma: 'foreign_keys', value: 1 },
    { reason: 'waits for another process', pragma: 'busy_timeout', value: 5000 },
  ])('$reason: $pragma is $value', ({ pragma, value }) => {
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

  it('steps through rows undisturbed while the same statement is run again', () => {
    const database = openDatabase(':memory:');
    database.run('create table note (text); insert into note values (1), (2), (3)');
    const statement = database.prepare('select text from note');
    const seen: unknown[] = [];
    for (const row of statement.iterate([])) {
      seen.push(row);
      expect(statement.all([])).toHaveLength(3);
    }
    expect(seen).toEqual([{ text: 1 }, { text: 2 }, { text: 3 }]);
    database.close();
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
