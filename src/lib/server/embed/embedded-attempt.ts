import { isSlug } from '../../passage/source.ts';
import {
  chooseItems,
  plainDelivery,
  writeDeliveryOptions,
  type DeliveryOptions,
} from '../../quiz/delivery-options.ts';
import type { AttemptId, BankId, OwnerId } from '../../quiz/ids.ts';
import type { Bank } from '../../quiz/item.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { derivedAttemptId } from '../attempts/derived-attempt-id.ts';
import { unbegunSitting, type Sitting } from '../attempts/sitting.ts';
import type { Attempt } from '../storage/store.ts';

/** A quiz as it stands in a frame, and who sits before it. */
export interface EmbedWhere {
  readonly bankId: string;
  readonly owner: OwnerId;
  readonly options: DeliveryOptions;
}

/** The bank of this id; null where none is served. */
function embeddedBank({ library }: Pick<AttemptContext, 'library'>, id: string): Bank | null {
  return isSlug(id) ? (library.banks.get(id as BankId) ?? null) : null;
}

/**
 * The owner's first attempt at a bank with these options, as it is before anything is stored of it;
 * null where no such bank is served. Its id follows from all three.
 */
export function firstSitting(
  context: AttemptContext,
  { bankId, options, owner }: EmbedWhere,
): Sitting | null {
  const bank = embeddedBank(context, bankId);
  if (!bank) return null;
  // Only what decides the items: with another theme or pass mark the same attempt goes on.
  const { draw, items, order } = options;
  const chosen = writeDeliveryOptions({ ...plainDelivery, draw, items, order });
  const id = derivedAttemptId(owner, bank.id, JSON.stringify(chosen));
  return unbegunSitting(makeAttempt(context, id, owner, bank, options), bank);
}

/** The attempt that comes after one which is over, as it is before it is stored. */
export function nextAttempt(
  context: AttemptContext,
  { attempt, bank }: Pick<Sitting, 'attempt' | 'bank'>,
  options: DeliveryOptions,
): Attempt {
  const { id, owner } = attempt;
  return makeAttempt(context, nextAttemptId(id, owner), owner, bank, options);
}

/** The id of the attempt that comes after one; it follows from the one and its owner. */
export function nextAttemptId(id: AttemptId, owner: OwnerId): AttemptId {
  return derivedAttemptId(owner, id, 'again');
}

function makeAttempt(
  { now }: Pick<AttemptContext, 'now'>,
  id: AttemptId,
  owner: OwnerId,
  bank: Bank,
  options: Pick<DeliveryOptions, 'items' | 'draw' | 'order'>,
): Attempt {
  // No secret, and need not be: draws do not tell the authored order.
  const seed = `embed/${id}`;
  return {
    id,
    owner,
    bankId: bank.id,
    seed,
    itemIds: chooseItems(
      bank.items.map((item) => item.id),
      options,
      seed,
    ),
    retryOf: null,
    marking: bank.marking,
    inClass: null,
    startedAt: now(),
  };
}
