import type { Marking } from '../../quiz/certainty-marks.ts';
import { isSlug } from '../../passage/source.ts';
import { seededRandom, shuffle } from '../../quiz/draw.ts';
import type { AttemptId, BankId, ItemId, OwnerId } from '../../quiz/ids.ts';
import type { AttemptContext } from './context.ts';
import { findSitting, isKept, isOver, makeAttemptId } from './sitting.ts';

/**
 * Starts an attempt at a whole bank, in the author's order, marked as the learner chose or else as
 * the bank is; null where no such bank is served.
 */
export async function startAttempt(
  context: AttemptContext,
  bankId: string,
  owner: OwnerId,
  chosen: Marking | null = null,
): Promise<AttemptId | null> {
  const bank = isSlug(bankId) ? context.library.banks.get(bankId as BankId) : undefined;
  if (!bank) return null;
  const itemIds = bank.items.map((item) => item.id);
  return createAttempt(context, {
    owner,
    bankId: bank.id,
    itemIds,
    retryOf: null,
    marking: chosen ?? bank.marking,
  });
}

/**
 * Starts an attempt at the questions that were not fully right, in a new order; null where the
 * attempt is not this owner's, is not finished, or missed nothing.
 */
export async function retryMissed(
  context: AttemptContext,
  attemptId: string,
  owner: OwnerId | null,
): Promise<AttemptId | null> {
  const sitting = await findSitting(context, attemptId, owner);
  if (!sitting || owner === null || isKept(sitting)) return null;
  const isFinished = isOver(sitting);
  const missed = sitting.questions.filter((question) => question.answer?.correct === false);
  if (!isFinished || missed.length === 0) return null;
  const itemIds = shuffle(
    missed.map((question) => question.item.id),
    seededRandom(context.randomText(26)),
  );
  return createAttempt(context, {
    owner,
    bankId: sitting.bank.id,
    itemIds,
    retryOf: sitting.attempt.id,
    marking: sitting.attempt.marking,
  });
}

interface Beginning {
  readonly owner: OwnerId;
  readonly bankId: BankId;
  readonly itemIds: readonly ItemId[];
  readonly retryOf: AttemptId | null;
  readonly marking: Marking;
}

async function createAttempt(context: AttemptContext, beginning: Beginning): Promise<AttemptId> {
  const id = makeAttemptId(context);
  await context.store.createAttempt({
    id,
    owner: beginning.owner,
    bankId: beginning.bankId,
    seed: context.randomText(26),
    itemIds: beginning.itemIds,
    retryOf: beginning.retryOf,
    marking: beginning.marking,
    inClass: null,
    startedAt: context.now(),
  });
  return id;
}
