import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import { kyselyStore } from './kysely-store.ts';
import { isUpToDate, migrate } from './migrate.ts';
import { openDatabase, type OpenedDatabase } from './sqlite-database.ts';
import { sqliteFaultOf } from './sqlite-fault.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** Bounds on the database file. */
export interface SqliteLimits {
  /** Pages of 4 KiB beyond which the database counts as full; none where absent. */
  readonly maxPages?: number;
}

/** The store on a SQLite file, made with its folder where missing, or in `:memory:`. */
export async function openSqliteStore(file: string, limits: SqliteLimits): Promise<Store> {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    const database = openDatabase(file);
    const db = await migrated(database);
    if (limits.maxPages) database.run(`PRAGMA max_page_count = ${limits.maxPages}`);
    return kyselyStore(db, {
      afterErasing: () => database.run('PRAGMA wal_checkpoint(TRUNCATE)'),
      faultOf: (error) => sqliteFaultOf(error, file),
    });
  } catch (error) {
    throw sqliteFaultOf(error, file);
  }
}

/**
 * The database with its schema brought up to date, all of it or nothing. Kysely runs migrations on
 * SQLite without a transaction; this one also lets two processes open a new file at once.
 */
async function migrated(database: OpenedDatabase): Promise<Kysely<Tables>> {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  try {
    if (await isUpToDate(db)) return db;
    database.run('BEGIN IMMEDIATE');
    await migrate(db);
    database.run('COMMIT');
    return db;
  } catch (error) {
    database.close();
    throw error;
  }
}
