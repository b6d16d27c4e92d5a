import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, sql, SqliteDialect } from 'kysely';
import type { Database } from './database.ts';
import { isUpToDate, migrate } from './migrate.ts';
import type { StoragePlace } from './place.ts';
import { busyMs, openDatabase, type OpenedDatabase } from './sqlite-database.ts';
import { sqliteFaultOf } from './sqlite-fault.ts';
import { shapesOf, type KeyRow, type ParentRow, type TableShape } from './table-shapes.ts';
import type { Tables } from './tables.ts';
import { untilUnseen } from './until-unseen.ts';

/** How long answers wait for others to share a sync with, in milliseconds. */
const gatherMs = 3;

/** The database in a SQLite file, made with its folder where missing, or in `:memory:`. */
export async function openSqlite({
  file,
  maxPages,
}: Extract<StoragePlace, { file: string }>): Promise<Database> {
  try {
    if (file !== ':memory:') makeForOwner(file);
    const database = openDatabase(file);
    const db = await migrated(database);
    if (maxPages) database.run(`PRAGMA max_page_count = ${maxPages}`);
    return {
      db,
      gatherMs,
      afterErasing: () => untilUnseen(() => emptyLog(db)),
      faultOf: (error) => sqliteFaultOf(error, file),
      readShapes,
      snapshot: () => db.startTransaction().execute(),
      allOrNothing: (work) => allOrNothing(database, () => work(db)),
    };
  } catch (error) {
    throw sqliteFaultOf(error, file);
  }
}

/** Makes the folder and an empty file where they are missing; only their owner may read them. */
function makeForOwner(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
}

/** The database with its schema brought up to date. */
async function migrated(database: OpenedDatabase): Promise<Kysely<Tables>> {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  try {
    if (await isUpToDate(db)) return db;
    await allOrNothing(database, () => migrate(db));
    return db;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Kysely runs migrations on SQLite without a transaction; this one also lets two processes open a new
 * file at once.
 */
async function allOrNothing<Value>(
  database: OpenedDatabase,
  work: () => Promise<Value>,
): Promise<Value> {
  database.run('BEGIN IMMEDIATE');
  try {
    const value = await work();
    database.run('COMMIT');
    return value;
  } catch (error) {
    database.prepare('rollback').run([]);
    throw error;
  }
}

/**
 * Brings the log into the file and empties it; false where a reader still needs it. SQLite's own
 * waiting would hold up everybody, and a transaction under way on this connection would fail it.
 */
function emptyLog(db: Kysely<Tables>): Promise<boolean> {
  return db.connection().execute(async (connection) => {
    await sql`PRAGMA busy_timeout = 0`.execute(connection);
    try {
      const { rows } = await sql<{
        busy: number;
      }>`PRAGMA wal_checkpoint(TRUNCATE)`.execute(connection);
      return rows[0]?.busy === 0;
    } finally {
      await sql`PRAGMA busy_timeout = ${sql.lit(busyMs)}`.execute(connection);
    }
  });
}

async function readShapes(db: Kysely<Tables>): Promise<TableShape[]> {
  const keys = await sql<KeyRow>`
    select tables.name as "name", columns.name as "column"
    from sqlite_schema as tables, pragma_table_info(tables.name) as columns
    where tables.type = 'table' and columns.pk > 0
    order by tables.name, columns.pk`.execute(db);
  const parents = await sql<ParentRow>`
    select distinct tables.name as "name", keys."table" as "parent"
    from sqlite_schema as tables, pragma_foreign_key_list(tables.name) as keys
    where tables.type = 'table' and keys."table" <> tables.name`.execute(db);
  return shapesOf(keys.rows, parents.rows);
}
