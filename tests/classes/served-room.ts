import { makeApp } from '../../src/lib/server/app.ts';
import { makeLibrary } from '../../src/lib/server/content/library.ts';
import { loadCollection } from '../../src/lib/server/content/load-collection.ts';
import { english } from '../../src/lib/messages/english.ts';
import { randomText } from '../../src/lib/server/random-text.ts';
import { makeGuessLimit } from '../../src/lib/server/guess-limit.ts';
import { openStore } from '../../src/lib/server/storage/open.ts';
import { storagePlace } from '../../src/lib/server/storage/place.ts';
import type { SittingRoom } from '../attempts/sitting-room.ts';
import type { TestServer } from '../http/server.ts';

/**
 * The use cases over the database of a running server of the fixture bank, to put a class there. Its
 * store is the caller's to close.
 */
export async function openServedRoom({ dataDir }: TestServer): Promise<SittingRoom> {
  const collection = await loadCollection({ contentDir: 'tests/fixtures/storm', sourcesDir: null });
  const store = await openStore(storagePlace({ DATA_DIR: dataDir }));
  const clock = { now: Date.now() - 3_600_000 };
  const library = makeLibrary(collection);
  const context = {
    ...{ library, store, now: () => clock.now, randomText, say: english.say },
    ...{ guessLimit: makeGuessLimit(), classLimit: 1000 },
  };
  return { app: makeApp(context), context, store, clock };
}
