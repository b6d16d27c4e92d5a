import type { Database } from '../../lib/server/storage/database.ts';
import { openDatabase } from '../../lib/server/storage/open.ts';
import { describePlace, type StoragePlace } from '../../lib/server/storage/place.ts';

/** Opens the database at a place, hands it over with its place in words, and closes it. */
export async function withDatabase<Value>(
  place: StoragePlace,
  work: (database: Database, place: string) => Promise<Value>,
): Promise<Value> {
  const database = await openDatabase(place);
  try {
    return await work(database, describePlace(place));
  } finally {
    await database.db.destroy();
  }
}
