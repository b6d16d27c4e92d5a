import { resolve } from 'node:path';
import { openSqliteStore, type SqliteLimits } from './sqlite.ts';
import type { Store } from './store.ts';

/** The database file of an environment: `verbatim.db` in `DATA_DIR` (default `data`). */
export function databaseFile(env: Readonly<Record<string, string | undefined>>): string {
  return resolve(env['DATA_DIR'] || 'data', 'verbatim.db');
}

/**
 * Opens the store with its schema brought up to date. `file` is made with its folder where missing;
 * `:memory:` lasts until it is closed. Rejects with a `StorageFault` that says in words what to mend.
 */
export function openStore(file: string, limits: SqliteLimits = {}): Promise<Store> {
  return openSqliteStore(file, limits);
}
