import { once } from 'node:events';
import type { ItemId } from '../../src/lib/quiz/ids.ts';
import { openStore } from '../../src/lib/server/storage/open.ts';
import { storagePlace } from '../../src/lib/server/storage/place.ts';
import { makeAnswer, owner } from './make-rows.ts';

/** What a racing process was told of one answer: whether it won, and the response that stands. */
export interface RaceLine {
  readonly itemId: ItemId;
  readonly inserted: boolean;
  readonly standing: unknown;
}

/** Opens the store, says so, waits for a word, and answers a hundred items in its own name. */
const [by = ''] = process.argv.slice(2);
const store = await openStore(storagePlace(process.env));
process.stdout.write('open\n');
await once(process.stdin, 'data');
for (let count = 0; count < 100; count += 1) {
  const answer = makeAnswer({ itemId: `item-${count}` as ItemId, response: { by } });
  const result = await store.insertAnswer(answer, owner);
  if (!result) throw new Error('The attempt was not found');
  const standing = result.inserted ? answer.response : result.answer.response;
  const line: RaceLine = { itemId: answer.itemId, inserted: result.inserted, standing };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
await store.close();
