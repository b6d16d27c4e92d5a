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

/** An accepted answer in words: of its options, or as it was written; null where it was arranged. */
function acceptedWords(item: Item, accepted: string, say: Say): string | null {
  const options = rulesFor(item).tabled.options(item, say);
  const labels = accepted.split('|').map((id) => options.find((each) => each.id === id)?.label);
  if (labels.every((label) => label !== undefined)) return labels.join(' · ');
  return item.type === 'order' || item.type === 'match' ? null : accepted;
}
