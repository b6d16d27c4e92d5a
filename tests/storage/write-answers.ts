import type { ItemId } from '../../src/lib/quiz/ids.ts';
import { openStore } from '../../src/lib/server/storage/open.ts';
import { storagePlace } from '../../src/lib/server/storage/place.ts';
import { makeAnswer, owner } from './make-rows.ts';

/** Writes answers until it is killed, and prints the id of each one that was acknowledged. */
const [cycle = ''] = process.argv.slice(2);
const store = await openStore(storagePlace(process.env));
for (let count = 0; count < 100_000; count += 1) {
  const itemId = `item-${cycle}-${count}` as ItemId;
  await store.insertAnswer(makeAnswer({ itemId }), owner);
  process.stdout.write(`${itemId}\n`);
}
