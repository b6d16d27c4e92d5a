import type { Selectable } from 'kysely';
import type { AttemptId, ClassId, OwnerId } from '../../quiz/ids.ts';
import type { Delivery, DeliveryKind, DeliveryName, DeliveryState } from './delivery-store.ts';
import type { DeliveryTable } from './tables.ts';

/** A delivery from its row. */
export function toDelivery(row: Selectable<DeliveryTable>): Delivery {
  return {
    kind: row.kind as DeliveryKind,
    key: row.key,
    group: row.group_name,
    classId: row.class_id as ClassId | null,
    owner: row.owner as OwnerId | null,
    attemptId: row.attempt_id as AttemptId | null,
    state: row.state as DeliveryState,
    sequence: row.sequence,
    requestedAt: row.requested_at,
    dueAt: row.due_at,
    tries: row.tries,
    triedAt: row.tried_at,
    answer: row.answer,
  };
}

/** Narrows an update to one delivery. */
export function named<
  Update extends { where(column: 'kind' | 'key', is: '=', value: string): Update },
>(update: Update, { kind, key }: DeliveryName): Update {
  return update.where('kind', '=', kind).where('key', '=', key);
}
