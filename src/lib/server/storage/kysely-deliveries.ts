import type { ExpressionBuilder, Kysely, Selectable } from 'kysely';
import type { AttemptId, ClassId, ItemId, OwnerId } from '../../quiz/ids.ts';
import type {
  Delivery,
  DeliveryFilter,
  DeliveryKind,
  DeliveryName,
  DeliveryRequest,
  DeliveryState,
  DeliveryStore,
  HeardAnswer,
  Settled,
} from './delivery-store.ts';
import { toAttempt } from './rows.ts';
import { storedText } from './stored-text.ts';
import type { DeliveryTable, Tables } from './tables.ts';

/** The port to what is sent to other systems. */
export function kyselyDeliveries(db: Kysely<Tables>): DeliveryStore {
  return {
    request: (request, nowMs) => insert(db, request, nowMs, true),
    requestOnce: (request, nowMs) => insert(db, request, nowMs, false),
    resend: (name, nowMs) => resend(db, name, nowMs),
    listDueGroups: (nowMs) => listDueGroups(db, nowMs),
    findNextDue: (nowMs) => findNextDue(db, nowMs),
    hold: (group, nowMs, untilMs, limit) => hold(db, group, nowMs, untilMs, limit),
    settle: (name, sequence, settled) => settle(db, name, sequence, settled),
    async release(name) {
      await named(db.updateTable('delivery').set({ held_until: 0 }), name).execute();
    },
    async hasten(group, nowMs) {
      await db
        .updateTable('delivery')
        .set({ due_at: nowMs })
        .where('group_name', '=', group)
        .where('state', '=', 'waiting')
        .where('due_at', '>', nowMs)
        .execute();
    },
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
    async forgetEnded(beforeMs) {
      await db
        .deleteFrom('delivery')
        .where('state', '<>', 'waiting')
        .where('due_at', '<', beforeMs)
        .execute();
    },
    beginHearing: (listener, nowMs) => beginHearing(db, listener, nowMs),
    async noteHeard(listener, untilMs) {
      await db
        .updateTable('listener')
        .set({ heard_until: untilMs })
        .where('name', '=', listener)
        .execute();
    },
    pageAnswers: (sinceMs, after, limit) => pageAnswers(db, sinceMs, after, limit),
  };
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

function toDelivery(row: Selectable<DeliveryTable>): Delivery {
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

/** Narrows an update to one delivery. */
function named<Update extends { where(column: 'kind' | 'key', is: '=', value: string): Update }>(
  update: Update,
  { kind, key }: DeliveryName,
): Update {
  return update.where('kind', '=', kind).where('key', '=', key);
}

async function resend(db: Kysely<Tables>, name: DeliveryName, nowMs: number): Promise<boolean> {
  const update = db
    .updateTable('delivery')
    .set(({ eb }) => ({ ...renewed(nowMs), sequence: eb('sequence', '+', 1) }));
  const { numUpdatedRows } = await named(update, name).executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What waits, is due, and is held by nobody. */
function isDue({ and, eb }: ExpressionBuilder<Tables, 'delivery'>, nowMs: number) {
  return and([
    eb('state', '=', 'waiting'),
    eb('due_at', '<=', nowMs),
    eb('held_until', '<=', nowMs),
  ]);
}

async function listDueGroups(db: Kysely<Tables>, nowMs: number): Promise<string[]> {
  const rows = await db
    .selectFrom('delivery')
    .select('group_name')
    .distinct()
    .where((delivery) => isDue(delivery, nowMs))
    .execute();
  return rows.map(({ group_name }) => group_name);
}

async function findNextDue(db: Kysely<Tables>, nowMs: number): Promise<number | null> {
  const { due, held } = await db
    .selectFrom('delivery')
    .select(({ eb, fn }) => [
      fn.min('due_at').filterWhere('due_at', '>=', eb.ref('held_until')).as('due'),
      fn.min('held_until').filterWhere('held_until', '>', eb.ref('due_at')).as('held'),
    ])
    .where('state', '=', 'waiting')
    .where(({ eb, not }) => not(isDue(eb, nowMs)))
    .executeTakeFirstOrThrow();
  const times = [due, held].filter((time) => time !== null).map(Number);
  return times.length === 0 ? null : Math.min(...times);
}

async function hold(
  db: Kysely<Tables>,
  group: string,
  nowMs: number,
  untilMs: number,
  limit: number,
): Promise<Delivery[]> {
  const rows = await db
    .updateTable('delivery')
    .set({ held_until: untilMs })
    // Asked twice: on PostgreSQL another server may take a row between the choice and the change.
    .where((delivery) => isDue(delivery, nowMs))
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('kind', 'key'),
        'in',
        selectFrom('delivery')
          .select(['kind', 'key'])
          .where('group_name', '=', group)
          .where((delivery) => isDue(delivery, nowMs))
          .orderBy('due_at')
          .orderBy('key')
          .limit(limit)
          .$asTuple('kind', 'key'),
      ),
    )
    .returningAll()
    .execute();
  const held = rows.map(toDelivery);
  return held.sort((one, other) => one.dueAt - other.dueAt || (one.key < other.key ? -1 : 1));
}

async function settle(
  db: Kysely<Tables>,
  name: DeliveryName,
  sequence: number,
  { answer, dueAt, state, triedAt }: Settled,
): Promise<void> {
  const tried = {
    held_until: 0,
    tried_at: triedAt,
    answer: answer === null ? null : storedText(answer),
  };
  const isNewest = ({ eb }: ExpressionBuilder<Tables, 'delivery'>) => eb('sequence', '=', sequence);
  const update = db
    .updateTable('delivery')
    .set(({ eb }) => ({ ...tried, state, due_at: dueAt, tries: eb('tries', '+', 1) }))
    .where(isNewest);
  const { numUpdatedRows } = await named(update, name).executeTakeFirst();
  if (numUpdatedRows === 1n) return;
  await named(db.updateTable('delivery').set(tried), name).execute();
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

async function beginHearing(db: Kysely<Tables>, listener: string, nowMs: number): Promise<number> {
  await db
    .insertInto('listener')
    .values({ name: listener, heard_until: nowMs })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const row = await db
    .selectFrom('listener')
    .select('heard_until')
    .where('name', '=', listener)
    .executeTakeFirstOrThrow();
  return row.heard_until;
}

async function pageAnswers(
  db: Kysely<Tables>,
  sinceMs: number,
  after: HeardAnswer | null,
  limit: number,
): Promise<HeardAnswer[]> {
  const rows = await db
    .selectFrom('answer')
    .innerJoin('attempt', 'attempt.id', 'answer.attempt_id')
    .leftJoin('assignment', 'assignment.id', 'attempt.assignment_id')
    .selectAll('attempt')
    .select(['answer.item_id', 'answer.answered_at', 'assignment.class_id'])
    .where('answer.answered_at', '>=', sinceMs)
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('answer.answered_at', 'answer.attempt_id', 'answer.item_id'),
          '>',
          tuple(after?.answeredAt ?? 0, after?.attempt.id ?? '', after?.itemId ?? ''),
        ),
      ),
    )
    .orderBy('answer.answered_at')
    .orderBy('answer.attempt_id')
    .orderBy('answer.item_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    attempt: toAttempt(row),
    classId: row.class_id as ClassId | null,
    itemId: row.item_id as ItemId,
    answeredAt: row.answered_at,
  }));
}
