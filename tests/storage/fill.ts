import type { AttemptId, ItemId, OwnerId } from '../../src/lib/quiz/ids.ts';
import type { Store } from '../../src/lib/server/storage/store.ts';
import { makeAnswer, makeAttempt } from './make-rows.ts';

/** One of the twenty learners of {@link fill}. */
export function learnerAt(index: number): OwnerId {
  return String(index).padStart(64, 'f') as OwnerId;
}

/** Forty attempts of twenty learners by turns, with short answers and ones that spill over pages. */
export async function fill(store: Store): Promise<void> {
  for (let index = 0; index < 40; index += 1) {
    const id = `att_${String.fromCharCode(97 + (index % 26)).repeat(25)}${index % 2}` as AttemptId;
    const attemptId = `${id}${index}` as AttemptId;
    const by = learnerAt(index % 20);
    await store.createAttempt(makeAttempt({ id: attemptId, owner: by }));
    for (const size of [1, 40, 2000]) {
      const itemId = `item-${size}` as ItemId;
      const response = { text: `marker-${index % 20}.`.repeat(size) };
      await store.insertAnswer(makeAnswer({ attemptId, itemId, response }), by);
    }
  }
}
