import type { AttemptId, ItemId, OwnerId } from '../../quiz/ids.ts';
import { makeAttemptId } from '../attempts/sitting.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { listMisses } from './list-misses.ts';
import { readHistory } from './reading-history.ts';
import { reviewSeed } from './review-attempt.ts';

/** A question that is asked again: its attempt, which holds it alone. */
export interface AskedAgain {
  readonly attemptId: AttemptId;
  readonly itemId: ItemId;
}

/** Asks the first of the missed questions again, its options in a new order; null where none waits. */
export async function answerAgain(
  context: AttemptContext,
  owner: OwnerId | null,
): Promise<AskedAgain | null> {
  if (owner === null) return null;
  const misses = listMisses(await readHistory(context, owner), context.now());
  const next = misses.find(({ isResting }) => !isResting);
  if (!next) return null;
  const id = makeAttemptId(context);
  await context.store.createAttempt({
    id,
    owner,
    bankId: next.bank.id,
    seed: reviewSeed(context.randomText(26)),
    itemIds: [next.item.id],
    retryOf: next.first.attemptId,
    marking: 'plain',
    startedAt: context.now(),
  });
  return { attemptId: id, itemId: next.item.id };
}
