import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/lib/server/storage/open.ts';
import { makeAttempt, owner } from './make-rows.ts';
import { freshFiles } from './temporary-folder.ts';

const freshFile = freshFiles();

/** Runs one statement on a file and gives its rows, apart from the store. */
function rawly(file: string, statement: string): unknown[] {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  const rows = database.prepare(statement).all();
  database.close();
  return rows.map((row) => ({ ...row }));
}

describe('the migrations', () => {
  it('run once, and change nothing when the file is opened again', async () => {
    const file = freshFile();
    const first = await openStore({ file });
    await first.createAttempt(makeAttempt());
    await first.close();
    const log = rawly(file, 'select * from kysely_migration');
    const bytes = readFileSync(file);
    const second = await openStore({ file });
    expect(await second.findAttempt(makeAttempt().id, owner)).toEqual(makeAttempt());
    await second.close();
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(rawly(file, 'select * from kysely_migration')).toEqual(log);
  });

  it('need no lock where there is nothing to migrate', async () => {
    const file = freshFile();
    await (await openStore({ file })).close();
    const writer = new DatabaseSync(file);
    writer.exec('begin immediate');
    const store = await openStore({ file });
    expect(await store.listReports()).toEqual([]);
    await store.close();
    writer.close();
  });

  it('refuse a database of a newer version, leave it alone and let it go', async () => {
    const file = freshFile();
    await (await openStore({ file })).close();
    rawly(file, `insert into kysely_migration values ('999-later', '2030-01-01')`);
    const bytes = readFileSync(file);
    await expect(openStore({ file })).rejects.toMatchObject({
      name: 'StorageFault',
      kind: 'unavailable',
      message: expect.stringMatching(/newer version.*999-later.*DATA_DIR/) as string,
    });
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(readdirSync(dirname(file))).toEqual(['verbatim.db']);
  });

  it('are undone as a whole where one statement fails', async () => {
    const file = freshFile();
    rawly(file, 'create table report (planted)');
    await expect(openStore({ file })).rejects.toThrow(/report/);
    const names = rawly(file, `select name from sqlite_schema where type = 'table'`);
    expect(names).toEqual([{ name: 'report' }]);
  });
});
