import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import { kyselyStore } from './kysely-store.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './sqlite-database.ts';
import { toStorageFault } from './storage-fault.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** The database file of an environment: `verbatim.db` in `DATA_DIR` (default `data`). */
export function databaseFile(env: Readonly<Record<string, string | undefined>>): string {
  return resolve(env['DATA_DIR'] || 'data', 'verbatim.db');
}

/** Bounds on the database file. */
export interface StoreLimits {
  /** Pages of 4 KiB beyond which the database counts as full; none where absent. */
  readonly maxPages?: number;
}

/**
 * Opens the store on an embedded SQLite file (made with its folder where missing) or in `:memory:`,
 * with the schema brought up to date. Rejects with a `StorageFault`.
 */
export async function openStore(file: string, limits: StoreLimits = {}): Promise<Store> {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    const database = openDatabase(file);
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
    await migrate(db);
    if (limits.maxPages) database.run(`PRAGMA max_page_count = ${limits.maxPages}`);
    return kyselyStore(db, {
      afterErasing: () => database.run('PRAGMA wal_checkpoint(TRUNCATE)'),
    });
  } catch (error) {
    throw toStorageFault(error);
  }
}
