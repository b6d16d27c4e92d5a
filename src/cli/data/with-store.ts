import { openStore } from '../../lib/server/storage/open.ts';
import { describePlace } from '../../lib/server/storage/place.ts';
import type { Store } from '../../lib/server/storage/store.ts';
import { announcedStandingPlace } from './announced-place.ts';

/** Opens the store that the environment names, hands it over with its place in words, and closes it. */
export async function withStore<Value>(
  work: (store: Store, place: string) => Promise<Value>,
): Promise<Value> {
  const place = announcedStandingPlace();
  const store = await openStore(place);
  try {
    return await work(store, describePlace(place));
  } finally {
    await store.close();
  }
}
