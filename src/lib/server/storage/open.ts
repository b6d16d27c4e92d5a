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

/**
 * A store that sees everything as it was when it was opened, on a connection of its own: to read from,
 * whatever others write meanwhile. Erased bytes stay in the files until it is closed.
 */
export async function openSnapshot(place: StoragePlace): Promise<Store> {
  const database = await openDatabase(place);
  const snapshot = await database.snapshot();
  return {
    ...kyselyStore(snapshot, database),
    async close() {
      // It only reads, so that nothing is lost where even its end fails.
      await snapshot
        .rollback()
        .execute()
        .catch(() => undefined);
      await database.db.destroy();
    },
  };
}
