import type { Database } from './database.ts';
import { kyselyStore } from './kysely-store.ts';
import type { StoragePlace } from './place.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';

/**
 * Opens a database with its schema brought up to date; a file is made with its folder where missing.
 * Rejects with a `StorageFault` that says in words what to mend.
 */
export function openDatabase(place: StoragePlace): Promise<Database> {
  return 'url' in place ? openPostgres(place) : openSqlite(place);
}

/** Opens the store at a place, as {@link openDatabase} does; `:memory:` lasts until it is closed. */
export async function openStore(place: StoragePlace): Promise<Store> {
  const database = await openDatabase(place);
  return kyselyStore(database.db, database);
}
