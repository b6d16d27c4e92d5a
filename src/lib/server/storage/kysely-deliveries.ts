import type { Kysely } from 'kysely';
import { named, toDelivery } from './delivery-rows.ts';
import type {
  Delivery,
  DeliveryFilter,
  DeliveryName,
  DeliveryRequest,
  DeliveryStore,
} from './delivery-store.ts';
import { kyselyHearing } from './kysely-hearing.ts';
import { kyselySending } from './kysely-sending.ts';
import type { DeliveryTable, Tables } from './tables.ts';

/** The port to what is sent to other systems. */
export function kyselyDeliveries(db: Kysely<Tables>): DeliveryStore {
  return {
    ...kyselySending(db),
    ...kyselyHearing(db),
    request: (request, nowMs) => insert(db, request, nowMs, true),
    requestOnce: (request, nowMs) => insert(db, request, nowMs, false),
    resend: (name, nowMs) => resend(db, name, nowMs),
    async find({ kind, key }) {
      const row = await db
        .selectFrom('delivery')
        .selectAll()
        .where('kind', '=', kind)
        .where('key', '=', key)
        .executeTakeFirst();
      return row ? toDelivery(row) : null;
    },
    list: (filter, limit) => list(db, filter, limit),
    forgetEnded: (beforeMs) => forgetEnded(db, beforeMs),
  };
}

/**
 * What ended, and what tells of an attempt that is gone: on PostgreSQL a request does not see an erasure
 * that has not ended yet.
 */
async function forgetEnded(db: Kysely<Tables>, beforeMs: number): Promise<void> {
  await db
    .deleteFrom('delivery')
    .where(({ and, eb, exists, not, or, selectFrom }) => {
      const its = selectFrom('attempt').select('id').whereRef('id', '=', 'delivery.attempt_id');
      return or([
        and([eb('state', '<>', 'waiting'), eb('due_at', '<', beforeMs)]),
        and([eb('attempt_id', 'is not', null), not(exists(its))]),
      ]);
    })
    .execute();
}

function requestRow(request: DeliveryRequest, nowMs: number): DeliveryTable {
  return {
    kind: request.kind,
    key: request.key,
    group_name: request.group,
    class_id: request.classId,
    owner: request.owner,
    attempt_id: request.attemptId,
    ...renewed(nowMs),
    sequence: 1,
    held_until: 0,
    tried_at: null,
    answer: null,
  };
}

/** What a request sets, whether it is the first or not. */
function renewed(nowMs: number) {
  return { state: 'waiting', requested_at: nowMs, due_at: nowMs, tries: 0 };
}

/** One statement, so that nothing of an attempt is stored that is erased meanwhile. */
async function insert(
  db: Kysely<Tables>,
  request: DeliveryRequest,
  nowMs: number,
  isRenewing: boolean,
): Promise<void> {
  const row = requestRow(request, nowMs);
  const columns = Object.keys(row) as (keyof typeof row)[];
  const { attempt_id: attemptId } = row;
  const into = db.insertInto('delivery');
  const inserting =
    attemptId === null
      ? into.values(row)
      : into.columns(columns).expression((query) =>
          query
            .selectFrom('attempt')
            .select(({ val }) => columns.map((column) => val(row[column]).as(column)))
            .where('id', '=', attemptId),
        );
  await inserting
    .onConflict((conflict) => {
      const known = conflict.columns(['kind', 'key']);
      if (!isRenewing) return known.doNothing();
      return known.doUpdateSet(({ eb }) => ({
        ...renewed(nowMs),
        sequence: eb('delivery.sequence', '+', 1),
        group_name: row.group_name,
        class_id: row.class_id,
        owner: row.owner,
        attempt_id: row.attempt_id,
      }));
    })
    .execute();
}

async function resend(db: Kysely<Tables>, name: DeliveryName, nowMs: number): Promise<boolean> {
  const update = db
    .updateTable('delivery')
    .set(({ eb }) => ({ ...renewed(nowMs), sequence: eb('sequence', '+', 1) }));
  const { numUpdatedRows } = await named(update, name).executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function list(
  db: Kysely<Tables>,
  filter: DeliveryFilter,
  limit: number,
): Promise<Delivery[]> {
  const { classId, group, kind, state } = filter;
  const rows = await db
    .selectFrom('delivery')
    .selectAll()
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? ''))
    .$if(group !== undefined, (query) => query.where('group_name', '=', group ?? ''))
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''))
    .$if(classId !== undefined, (query) =>
      query.where('class_id', 'is not distinct from', classId ?? null),
    )
    .orderBy('requested_at', 'desc')
    .orderBy('key')
    .limit(limit)
    .execute();
  return rows.map(toDelivery);
}
