import type { AttemptId, ItemId, OwnerId } from '../../quiz/ids.ts';
import { makeAttemptId } from '../attempts/sitting.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { listMisses, type Miss } from './list-misses.ts';
import { readHistory } from './reading-history.ts';
import { isReview, reviewSeed } from './review-attempt.ts';

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
  const open = await findOpenReview(context, owner, next);
  const id = open ?? makeAttemptId(context);
  // One that is there already stays as it is.
  await context.store.createAttempt({
    id,
    owner,
    bankId: next.bank.id,
    seed: reviewSeed(context.randomText(26)),
    itemIds: [next.item.id],
    retryOf: next.first.attemptId,
    marking: 'plain',
    inClass: null,
    startedAt: context.now(),
  });
  return { attemptId: id, itemId: next.item.id };
}

/** An attempt at the same question that was begun from the record before, and not answered. */
async function findOpenReview(
  { store }: AttemptContext,
  owner: OwnerId,
  { bank, item }: Miss,
): Promise<AttemptId | null> {
  const attempts = await store.listAttempts(owner);
  const found = attempts.find(
    ({ attempt, answered }) =>
      answered === 0 &&
      isReview(attempt) &&
      attempt.bankId === bank.id &&
      attempt.itemIds[0] === item.id,
  );
  return found?.attempt.id ?? null;
}
