import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { StorageFault } from './store.ts';
import type { TableShape } from './table-shapes.ts';

/** Longer than any rewriting takes, in milliseconds; zero would mean the pool's own bound. */
const patienceMs = 60 * 60 * 1000;
/** How often, and how many times, transactions from before the deletion are looked for. */
const look = { everyMs: 20, times: 250 };

/**
 * Rewrites the tables and their indexes without what was deleted: a plain VACUUM frees the room of
 * deleted rows and leaves their bytes in it. Whoever asks while it runs waits for one more run, which
 * serves all who came meanwhile.
 */
export function vacuum(pool: pg.Pool, readShapes: () => Promise<TableShape[]>) {
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  return (): Promise<void> => {
    next ??= running
      .catch(() => undefined)
      .then(async () => {
        next = null;
        running = rewrite(pool, await readShapes());
        return running;
      });
    return next;
  };
}

async function rewrite(pool: pg.Pool, shapes: readonly TableShape[]): Promise<void> {
  const client = await pool.connect();
  let isBroken = true;
  try {
    await client.query('set statement_timeout = 0');
    await untilUnseen(client);
    const names = shapes.map(({ name }) => pg.escapeIdentifier(name)).join(', ');
    const text = `vacuum (full) ${names}`;
    await client.query({ text, query_timeout: patienceMs } as pg.QueryConfig);
    await client.query('reset statement_timeout');
    isBroken = false;
  } finally {
    client.release(isBroken);
  }
}

/** What a transaction still sees is copied too: waits for the end of those that began before. */
async function untilUnseen(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ now: string }>('select clock_timestamp()::text as now');
  const now = rows[0]?.now;
  for (let count = 0; count < look.times; count += 1) {
    const { rowCount } = await client.query(
      `select from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and xact_start < $1`,
      [now],
    );
    if (rowCount === 0) return;
    await delay(look.everyMs);
  }
  throw new StorageFault(
    'busy',
    'The rows are deleted, but a reader that began before (a backup, an export) still sees them. Erase again once it has ended.',
  );
}
