import pg from 'pg';
import type { TableShape } from './table-shapes.ts';
import { untilUnseen } from './until-unseen.ts';

/** Longer than any rewriting takes, in milliseconds; zero would mean the pool's own bound. */
const patienceMs = 60 * 60 * 1000;

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
    await untilUnseen(await lookForReaders(client));
    const names = shapes.map(({ name }) => pg.escapeIdentifier(name)).join(', ');
    const text = `vacuum (full) ${names}`;
    await client.query({ text, query_timeout: patienceMs } as pg.QueryConfig);
    await client.query('reset statement_timeout');
    isBroken = false;
  } finally {
    client.release(isBroken);
  }
}

/** What a transaction still sees is copied too: says when those that began before now have ended. */
async function lookForReaders(client: pg.PoolClient): Promise<() => Promise<boolean>> {
  const { rows } = await client.query<{ now: string }>('select clock_timestamp()::text as now');
  return async () => {
    const { rowCount } = await client.query(
      `select from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and xact_start < $1`,
      [rows[0]?.now],
    );
    return rowCount === 0;
  };
}
