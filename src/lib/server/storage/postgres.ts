import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Database } from './database.ts';
import { isUpToDate, migrate } from './migrate.ts';
import { describePlace, type StoragePlace } from './place.ts';
import { postgresFaultOf } from './postgres-fault.ts';
import { vacuum } from './postgres-vacuum.ts';
import { shapesOf, type KeyRow, type ParentRow, type TableShape } from './table-shapes.ts';
import type { Tables } from './tables.ts';
import { withoutNul } from './without-nul.ts';

type PostgresPlace = Extract<StoragePlace, { url: string }>;

/** Ends whatever holds a learner up; PostgreSQL itself would wait for ever. Milliseconds. */
const waits = { connectMs: 5_000, lockMs: 5_000, statementMs: 15_000, replyMs: 20_000 };

/** Object identifiers of int8 and numeric, which would come as text: no sum of ours passes 2^53. */
const asNumber = new Set([20, 1700]);

/** The database that a PostgreSQL URL names. */
export async function openPostgres(place: PostgresPlace): Promise<Database> {
  const faultOf = (error: unknown) => postgresFaultOf(error, describePlace(place));
  const pool = openPool(place.url);
  const db = open(pool);
  try {
    if (!(await isUpToDate(db))) await migrateAlone(place.url);
  } catch (error) {
    await db.destroy();
    throw faultOf(error);
  }
  return {
    db,
    // PostgreSQL gathers the syncs of its connections by itself.
    gatherMs: 0,
    afterErasing: vacuum(pool, () => readShapes(db)),
    faultOf,
    readShapes,
    snapshot: () =>
      db
        .startTransaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(),
    allOrNothing: (work) =>
      db.transaction().execute(async (trx) => {
        await sql`set local statement_timeout = 0`.execute(trx);
        return work(trx);
      }),
  };
}

function openPool(connectionString: string, limits: pg.PoolConfig = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    application_name: 'verbatim',
    max: 10,
    connectionTimeoutMillis: waits.connectMs,
    lock_timeout: waits.lockMs,
    statement_timeout: waits.statementMs,
    query_timeout: waits.replyMs,
    keepAlive: true,
    types: {
      getTypeParser: ((oid: number, format: 'text') =>
        asNumber.has(oid)
          ? Number
          : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
    ...limits,
  });
  // A connection that breaks while it is idle leaves the pool; the next query opens another.
  pool.on('error', () => undefined);
  return pool;
}

function open(pool: pg.Pool): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [withoutNul] });
}

/**
 * Kysely takes an advisory lock, so that servers which start at once wait for each other, and one
 * transaction. That may last: on a connection of its own, without the bounds.
 */
async function migrateAlone(url: string): Promise<void> {
  const unbounded = { lock_timeout: 0, statement_timeout: 0, query_timeout: 0 };
  const db = open(openPool(url, { ...unbounded, max: 1 }));
  try {
    await migrate(db);
  } finally {
    await db.destroy();
  }
}

async function readShapes(db: Kysely<Tables>): Promise<TableShape[]> {
  const keys = await sql<KeyRow>`
    select tables.relname::text as "name", columns.attname::text as "column"
    from pg_index as keys
    join pg_class as tables on tables.oid = keys.indrelid
    join pg_attribute as columns on columns.attrelid = tables.oid and columns.attnum = any (keys.indkey)
    where keys.indisprimary and tables.relnamespace = current_schema()::regnamespace
    order by 1, array_position(keys.indkey::int2[], columns.attnum)`.execute(db);
  const parents = await sql<ParentRow>`
    select distinct tables.relname::text as "name", targets.relname::text as "parent"
    from pg_constraint as links
    join pg_class as tables on tables.oid = links.conrelid
    join pg_class as targets on targets.oid = links.confrelid
    where links.contype = 'f' and links.conrelid <> links.confrelid
      and tables.relnamespace = current_schema()::regnamespace`.execute(db);
  return shapesOf(keys.rows, parents.rows);
}
