import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AttemptId, ItemId } from '../../src/lib/quiz/ids.ts';
import { writeBackup, type BackupHeader } from '../../src/lib/server/storage/backup.ts';
import type { Database } from '../../src/lib/server/storage/database.ts';
import { kyselyStore } from '../../src/lib/server/storage/kysely-store.ts';
import { migrationNames } from '../../src/lib/server/storage/migrate.ts';
import { openDatabase } from '../../src/lib/server/storage/open.ts';
import { restoreBackup } from '../../src/lib/server/storage/restore.ts';
import { inOrder } from '../../src/lib/server/storage/table-shapes.ts';
import { makeAnswer, makeAttempt, makeReport, owner } from './make-rows.ts';
import { usePostgres } from './postgres-databases.ts';
import { freshFiles } from './temporary-folder.ts';

const freshFile = freshFiles();
const { emptied, fresh } = usePostgres();

const engines = {
  SQLite: async () => openDatabase({ file: freshFile() }),
  /** The first of a test in the one database, a second in one of its own. */
  PostgreSQL: async () => openDatabase({ url: await (opened.length ? fresh() : emptied()) }),
};
type Engine = keyof typeof engines;

let opened: Database[];
beforeEach(() => {
  opened = [];
});
afterEach(async () => {
  for (const { db } of opened) await db.destroy();
});

async function open(engine: Engine): Promise<Database> {
  const database = await engines[engine]();
  opened.push(database);
  return database;
}

/** More rows than a page or a batch holds, in several tables, with what is awkward among them. */
async function fillUp(database: Database): Promise<void> {
  const store = kyselyStore(database.db, database);
  await store.createAttempt(makeAttempt());
  await store.createAttempt(
    makeAttempt({ id: `att_${'z'.repeat(26)}` as AttemptId, seed: '"\n€😀' }),
  );
  await Promise.all(
    Array.from({ length: 2500 }, (_, index) => {
      const itemId = `${index % 2 ? 'Item' : 'item'}-${index}` as ItemId;
      const answeredAt = 1_795_000_000_000 + index;
      return store.insertAnswer(
        makeAnswer({ itemId, answeredAt, points: 1 / 3, chance: null }),
        owner,
      );
    }),
  );
  await store.addReport(makeReport({ comment: 'Line one\u2028and “two” \\ \u0007' }));
}

async function backupOf(database: Database): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of writeBackup(database)) lines.push(line);
  return lines;
}

async function* given(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

async function rowsIn(database: Database): Promise<number> {
  const header = JSON.parse((await backupOf(database))[0] ?? '') as BackupHeader;
  return Object.values(header.rows).reduce((sum, count) => sum + count, 0);
}

describe('a backup', () => {
  it.each<[Engine, Engine]>([
    ['SQLite', 'PostgreSQL'],
    ['PostgreSQL', 'SQLite'],
    ['SQLite', 'SQLite'],
    ['PostgreSQL', 'PostgreSQL'],
  ])('of %s comes back whole in %s', async (from, to) => {
    const first = await open(from);
    await fillUp(first);
    const lines = await backupOf(first);
    const second = await open(to);
    const seen: number[] = [];
    expect(await restoreBackup(second, given(lines), (done) => void seen.push(done))).toBe(2503);
    expect(seen.at(-1)).toBe(2503);
    expect((await backupOf(second)).toSorted()).toEqual(lines.toSorted());
    const [one, other] = [first, second].map(({ db, ...hooks }) => kyselyStore(db, hooks));
    const { id } = makeAttempt();
    const answers = (await one?.listAnswers(id, owner)) ?? [];
    expect(answers).toHaveLength(2500);
    expect(await other?.listAnswers(id, owner)).toEqual(answers);
  });

  it.each<Engine>(['SQLite', 'PostgreSQL'])(
    'of %s holds every table that there is',
    async (engine) => {
      const database = await open(engine);
      const tables = await database.db.introspection.getTables();
      const shapes = inOrder(await database.readShapes(database.db));
      const names = shapes.map(({ name }) => name);
      expect(names.toSorted()).toEqual(tables.map(({ name }) => name).toSorted());
      expect(names.indexOf('attempt')).toBeLessThan(names.indexOf('answer'));
      expect(shapes).toContainEqual({
        name: 'answer',
        key: ['attempt_id', 'item_id'],
        parents: ['attempt'],
      });
      expect(shapes.filter(({ key }) => key.length === 0)).toEqual([]);
    },
  );

  it('shows one moment, whatever is written meanwhile', async () => {
    const place = { file: freshFile() };
    const [reader, writer] = [await openDatabase(place), await openDatabase(place)];
    opened.push(reader, writer);
    await fillUp(writer);
    const lines: string[] = [];
    for await (const line of writeBackup(reader)) {
      if (lines.length === 5)
        await kyselyStore(writer.db, writer).addReport(makeReport({ id: 'x' }));
      lines.push(line);
    }
    expect(lines).toHaveLength(2504);
    expect(await restoreBackup(await open('SQLite'), given(lines))).toBe(2503);
  });

  it.each<Engine>(['SQLite', 'PostgreSQL'])(
    'of an older version goes through the migrations since, on %s',
    async (engine) => {
      const database = await open(engine);
      const { id, bankId } = makeAttempt();
      const row = { id, owner, bank_id: bankId, seed: 's', item_ids: '[]', retry_of: null };
      const rows = { attempt: 1, answer: 0, report: 0 };
      await restoreBackup(
        database,
        given([
          JSON.stringify({ format: 'verbatim-backup-1', migrations: ['001-attempts'], rows }),
          JSON.stringify({ attempt: { ...row, started_at: 1000 } }),
        ]),
      );
      const [header] = await backupOf(database);
      expect((JSON.parse(header ?? '') as BackupHeader).migrations).toEqual(migrationNames);
      const attempt = await kyselyStore(database.db, database).findAttempt(id, owner);
      expect(attempt).toMatchObject({ id, marking: 'plain', itemIds: [] });
    },
  );
});

describe.each<Engine>(['SQLite', 'PostgreSQL'])(
  'a backup that can’t be restored in %s',
  (engine) => {
    const header = (part: object = {}) =>
      JSON.stringify({
        format: 'verbatim-backup-1',
        migrations: migrationNames,
        rows: { attempt: 0, answer: 0, report: 2 },
        ...part,
      });
    const row = (id: string) =>
      JSON.stringify({
        report: {
          id,
          bank_id: 'storm',
          item_id: 'repairs',
          item_version: 1,
          response: 'null',
          comment: 'No.',
          created_at: 1,
        },
      });

    it.each<[string, RegExp, readonly string[]]>([
      ['is empty', /not a backup of Verbatim/, []],
      ['is something else', /not a backup of Verbatim/, ['{"format":"other"}', row('a'), row('b')]],
      ['does not count its rows', /not a backup/, [header({ rows: { report: 'two' } }), row('a')]],
      [
        'is of a newer version',
        /newer.*999-later/,
        [header({ migrations: ['999-later'] }), row('a')],
      ],
      ['has a table that there is not', /“pupil”/, [header({ rows: { pupil: 0 } })]],
      ['ends too soon', /ends after 1 of 2 rows/, [header(), row('a')]],
      ['has too many rows', /line 4.*too many/, [header(), row('a'), row('b'), row('c')]],
      ['is cut off in a line', /line 3.*cut off/, [header(), row('a'), row('b').slice(0, 30)]],
      ['has a line that is no row', /line 2.*no row/, [header(), 'null', row('b')]],
      ['has the same row twice', /unique/i, [header(), row('a'), row('a')]],
    ])('because it %s says so and changes nothing', async (_why, words, lines) => {
      const database = await open(engine);
      await expect(restoreBackup(database, given(lines))).rejects.toThrow(words);
      expect(await rowsIn(database)).toBe(0);
      expect(await restoreBackup(database, given([header(), row('a'), row('b')]))).toBe(2);
    });

    it('because the database is not empty leaves it as it is', async () => {
      const database = await open(engine);
      await kyselyStore(database.db, database).addReport(makeReport());
      const lines = [header(), row('a'), row('b')];
      await expect(restoreBackup(database, given(lines))).rejects.toThrow(/not empty.*“report”/);
      expect(await rowsIn(database)).toBe(1);
    });
  },
);

it('a backup refuses what JSON can’t hold', async () => {
  const file = freshFile();
  const database = await openDatabase({ file });
  opened.push(database);
  await kyselyStore(database.db, database).addReport(makeReport());
  const other = new DatabaseSync(file);
  other.exec(`update report set response = x'00ff'`);
  other.close();
  await expect(backupOf(database)).rejects.toThrow(/column response/);
});
