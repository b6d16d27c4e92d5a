import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { startPostgres, type PostgresServer } from './postgres-server.ts';

/** A server for the tests of one file. */
export interface PostgresDatabases {
  /** The URL of a new, empty database. */
  readonly fresh: () => Promise<string>;
  /** The URL of one database, emptied each time: swifter, for tests that need no second one. */
  readonly emptied: () => Promise<string>;
  /** Runs one statement apart from the store and gives its rows. */
  readonly rawly: (url: string, statement: string) => Promise<Record<string, unknown>[]>;
  readonly pause: () => Promise<void>;
  readonly resume: () => Promise<void>;
}

/** Starts a server before the tests of a file, or uses the one that `TEST_DATABASE_URL` names. */
export function usePostgres(): PostgresDatabases {
  const made: string[] = [];
  let server: PostgresServer | null = null;
  const running = () => {
    if (!server) throw new Error('The server is there from `beforeAll` on');
    return server;
  };
  beforeAll(async () => {
    const given = process.env['TEST_DATABASE_URL'];
    server = given ? givenServer(given, made) : await startPostgres();
  }, 60_000);
  afterAll(() => server?.end());
  const fresh = async () => {
    const name = `verbatim_test_${process.pid}_${Date.now()}_${made.length}`;
    made.push(name);
    await rawly(running().url, `create database ${name}`);
    const url = new URL(running().url);
    url.pathname = name;
    return url.href;
  };
  let only: Promise<string> | null = null;
  return {
    fresh,
    async emptied() {
      const url = await (only ??= fresh());
      await rawly(url, 'drop schema public cascade; create schema public');
      return url;
    },
    rawly,
    pause: () => running().pause(),
    resume: () => running().resume(),
  };
}

async function rawly(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(statement);
  await client.end();
  return rows;
}

/** A server that others may use: only what was made on it is closed, and dropped at the end. */
function givenServer(url: string, made: readonly string[]): PostgresServer {
  const onEach = async (statement: (name: string) => string) => {
    for (const name of made) await rawly(url, statement(name));
  };
  return {
    url,
    async pause() {
      await onEach((name) => `alter database ${name} allow_connections false`);
      await onEach(
        (name) =>
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
      );
    },
    resume: () => onEach((name) => `alter database ${name} allow_connections true`),
    end: () => onEach((name) => `drop database ${name} with (force)`),
  };
}
