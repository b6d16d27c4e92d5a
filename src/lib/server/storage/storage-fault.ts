import { isStorageFault, StorageFault } from './store.ts';

const full = /disk is full|SQLITE_FULL|ENOSPC/i;
const busy = /is locked|SQLITE_BUSY/i;

/** Any error of the database as a {@link StorageFault} in plain words. */
export function toStorageFault(error: unknown): StorageFault {
  if (isStorageFault(error)) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (full.test(message)) {
    const words = 'There is no room left for the database. Free some space on its disk.';
    return new StorageFault('full', words, error);
  }
  if (busy.test(message)) {
    const words = 'The database is held by another process. Stop that one, or try again.';
    return new StorageFault('busy', words, error);
  }
  return new StorageFault('unavailable', `The database could not be used: ${message}`, error);
}

/** Runs a database call; whatever it throws comes out as a {@link StorageFault}. */
export async function guarded<Value>(call: () => Promise<Value>): Promise<Value> {
  try {
    return await call();
  } catch (error) {
    throw toStorageFault(error);
  }
}
