import type { ExpressionBuilder, Kysely } from 'kysely';
import { named, toDelivery } from './delivery-rows.ts';
import type { Delivery, DeliveryName, DeliveryStore, Settled } from './delivery-store.ts';
import { storedText } from './stored-text.ts';
import type { Tables } from './tables.ts';

/** What a server that sends asks for. */
export type SendingStore = Pick<
  DeliveryStore,
  'listDueGroups' | 'findNextDue' | 'hold' | 'settle' | 'release' | 'hasten'
>;

/** {@link SendingStore} on any database that Kysely speaks to. */
export function kyselySending(db: Kysely<Tables>): SendingStore {
  return {
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
  };
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
