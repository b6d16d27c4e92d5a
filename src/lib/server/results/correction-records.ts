import { rulesFor } from '../../item-types/rules.ts';
import type { Say } from '../../messages/say.ts';
import type { ItemId } from '../../quiz/ids.ts';
import type { Item } from '../../quiz/item.ts';
import type { Rescore, RescoreKind } from '../../quiz/rescore.ts';
import type { AttemptContext } from '../attempts/context.ts';
import type { LedAssignment } from '../classes/led-class.ts';
import { dayIn } from './analysis-head.ts';

/** A correction of scores as the record has it. */
export interface CorrectionRecord {
  readonly id: string;
  readonly itemId: ItemId;
  /** In the assignment, from 1. */
  readonly position: number;
  readonly kind: RescoreKind;
  /** With `accept`: the answer in words, where they are known; otherwise null. */
  readonly accepted: string | null;
  readonly reason: string;
  /** Days in the class's time zone, ISO 8601. */
  readonly on: string;
  readonly withdrawnOn: string | null;
}

/** Every correction of an assignment, the oldest first, those taken back too. */
export async function correctionRecords(
  { store, say }: Pick<AttemptContext, 'store' | 'say'>,
  led: LedAssignment,
): Promise<CorrectionRecord[]> {
  const rescores = await store.classes.listRescores(led.assignment.id);
  return rescores.map((rescore) => recordOf(rescore, led, say));
}

function recordOf(
  { id, itemId, kind, accepted, reason, createdAt, withdrawnAt }: Rescore,
  { assignment, classroom, items }: LedAssignment,
  say: Say,
): CorrectionRecord {
  const item = items.find((each) => each.id === itemId);
  return {
    id,
    itemId,
    position: assignment.itemIds.indexOf(itemId) + 1,
    kind,
    accepted: accepted === null || !item ? accepted : acceptedWords(item, accepted, say),
    reason,
    on: dayIn(classroom, createdAt),
    withdrawnOn: withdrawnAt === null ? null : dayIn(classroom, withdrawnAt),
  };
}

/** An accepted answer in words; null where it was arranged of entries that the item no longer has. */
function acceptedWords(item: Item, accepted: string, say: Say): string | null {
  const ids = accepted.split('|');
  if (item.type === 'order' || item.type === 'match') return arrangedWords(item, ids, say);
  const options = rulesFor(item).tabled.options(item, say);
  const labels = ids.map((id) => options.find((each) => each.id === id)?.label);
  return labels.every((label) => label !== undefined) ? labels.join(' · ') : accepted;
}

function arrangedWords(item: Item, ids: readonly string[], say: Say): string | null {
  const { account, restore, tabled } = rulesFor(item);
  const known = tabled.key(item).split('|');
  const isWhole = known.length === ids.length && ids.every((id) => known.includes(id));
  // Each of the two types reads its own field.
  const response = isWhole ? restore({ order: ids, rights: ids }) : null;
  return response && account(item, response, say).given;
}
