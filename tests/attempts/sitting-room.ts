import { english } from '../../src/lib/messages/english.ts';
import { makeLibrary } from '../../src/lib/server/content/library.ts';
import { loadCollection } from '../../src/lib/server/content/load-collection.ts';
import type { ClassContext } from '../../src/lib/server/classes/class-context.ts';
import { makeGuessLimit } from '../../src/lib/server/guess-limit.ts';
import { makeApp, type App } from '../../src/lib/server/app.ts';
import { makeOwnerSecret, ownerOf } from '../../src/lib/server/owner.ts';
import { randomText } from '../../src/lib/server/random-text.ts';
import { openStore } from '../../src/lib/server/storage/open.ts';
import type { StoragePlace } from '../../src/lib/server/storage/place.ts';
import type { Store } from '../../src/lib/server/storage/store.ts';
import type { OwnerId } from '../../src/lib/quiz/ids.ts';

/** The use cases over the fixture bank and a database in memory, with a clock that tests set. */
export interface SittingRoom {
  readonly app: App;
  /** What the use cases are bound to, to bind others to it with a part exchanged. */
  readonly context: ClassContext;
  readonly store: Store;
  readonly clock: { now: number };
}

/**
 * Opens a room of its own for one test; `withTexts` puts the articles beside the bank, `place` has the
 * store lie elsewhere than in memory, where it is the caller's to close.
 */
export async function openSittingRoom({
  withTexts = false,
  classLimit = 500,
  place = { file: ':memory:' } as StoragePlace,
  now = Date.UTC(2026, 0, 1),
} = {}): Promise<SittingRoom> {
  const collection = await loadCollection({
    contentDir: 'tests/fixtures/storm',
    sourcesDir: withTexts ? 'tests/fixtures/storm-texts' : null,
  });
  const store = await openStore(place);
  const clock = { now };
  const library = makeLibrary(collection);
  const context = {
    library,
    store,
    now: () => clock.now,
    randomText,
    tell: () => undefined,
    say: english.say,
    guessLimit: makeGuessLimit(),
    classLimit,
  };
  return { app: makeApp(context), context, store, clock };
}

/** A new browser. */
export function makeOwner(): OwnerId {
  const owner = ownerOf(makeOwnerSecret());
  if (!owner) throw new Error('A new secret has an owner');
  return owner;
}
