import { setTimeout as delay } from 'node:timers/promises';
import { StorageFault } from './store.ts';

/** How often, in milliseconds, and how many times it is looked. */
const look = { everyMs: 20, times: 100 };

/**
 * Waits until nobody reads any more what has been deleted: until then its bytes must stay. Rejects
 * with a `StorageFault` after two seconds.
 */
export async function untilUnseen(isUnseen: () => Promise<boolean>): Promise<void> {
  for (let count = 0; count < look.times; count += 1) {
    if (await isUnseen()) return;
    await delay(look.everyMs);
  }
  throw new StorageFault(
    'busy',
    'The rows are deleted, but a reader that began before (a backup, an export) still sees them. Erase again once it has ended.',
  );
}
