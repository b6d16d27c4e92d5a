import { createServer, type AddressInfo, type Server } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pg from 'pg';
import { openStore } from '../../src/lib/server/storage/open.ts';
import { postgresFaultOf } from '../../src/lib/server/storage/postgres-fault.ts';
import { StorageFault, type StorageFaultKind } from '../../src/lib/server/storage/store.ts';
import { makeAnswer, makeAttempt, owner } from './make-rows.ts';
import { usePostgres } from './postgres-databases.ts';

const { emptied, rawly, pause, resume } = usePostgres();

/** Hangs up on whoever calls. */
let rude: Server;
beforeAll(async () => {
  rude = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
  await once(rude, 'listening');
});
afterAll(() => rude.close());

async function changed(part: (url: URL) => void): Promise<string> {
  const url = new URL(await emptied());
  part(url);
  return url.href;
}

/** What is thrown where a store can't be opened. */
async function faultAt(url: string): Promise<StorageFault> {
  const fault: unknown = await openStore({ url }).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(StorageFault);
  return fault as StorageFault;
}

describe('a PostgreSQL server that can’t be used', () => {
  it.each<[string, RegExp, () => Promise<string>]>([
    ['nobody listens', /can’t be reached.*DATABASE_URL/, () => changed((url) => (url.port = '1'))],
    [
      'the host has no address',
      /can’t be reached/,
      () => changed((url) => (url.hostname = 'nowhere.invalid')),
    ],
    [
      'it hangs up',
      /can’t be reached/,
      () => changed((url) => (url.port = String((rude.address() as AddressInfo).port))),
    ],
    [
      'the password is wrong',
      /user and the password/,
      () => changed((url) => (url.password = 'guessed')),
    ],
    [
      'there is no such database',
      /name another/,
      () => changed((url) => (url.pathname = 'nowhere')),
    ],
    [
      'it speaks no TLS where that is asked for',
      /sslmode/,
      () => changed((url) => url.searchParams.set('sslmode', 'verify-full')),
    ],
    [
      'it takes no writes',
      /read but not written/,
      () =>
        changed((url) => url.searchParams.set('options', '-c default_transaction_read_only=on')),
    ],
  ])('is a fault in words, without the password, where %s', async (_why, words, makeUrl) => {
    const url = await makeUrl();
    const { message, kind } = await faultAt(url);
    expect(kind).toBe('unavailable');
    expect(message).toMatch(words);
    expect(message).not.toContain(decodeURIComponent(new URL(url).password));
  });
});

describe('a fault of PostgreSQL while it is in use', () => {
  it('is busy where others hold the rows, and passes', async () => {
    const url = await changed(({ searchParams }) => searchParams.set('lock_timeout', '200'));
    const store = await openStore({ url });
    await store.createAttempt(makeAttempt());
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    await other.query('begin; lock table answer in access exclusive mode');
    const refused = store.insertAnswer(makeAnswer(), owner);
    await expect(refused).rejects.toMatchObject({ name: 'StorageFault', kind: 'busy' });
    await other.query('rollback');
    await other.end();
    expect(await store.insertAnswer(makeAnswer(), owner)).toEqual({ inserted: true });
    await store.close();
  });

  it('passes by itself once the server is back', async () => {
    const url = await emptied();
    const store = await openStore({ url });
    await store.createAttempt(makeAttempt());
    await pause();
    const refused = [
      store.ping(),
      store.insertAnswer(makeAnswer(), owner),
      store.eraseOwner(owner),
    ];
    for (const each of await Promise.allSettled(refused)) {
      expect(each).toMatchObject({ reason: { name: 'StorageFault', kind: 'unavailable' } });
    }
    await resume();
    expect(await store.insertAnswer(makeAnswer(), owner)).toEqual({ inserted: true });
    expect(await store.listAnswers(makeAttempt().id, owner)).toEqual([makeAnswer()]);
    await store.close();
  });

  it('breaks what is under way when its connection is ended, and nothing after it', async () => {
    const url = await emptied();
    const store = await openStore({ url });
    await store.createAttempt(makeAttempt());
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    await other.query('begin; lock table answer in access exclusive mode');
    const waiting = store.insertAnswer(makeAnswer(), owner).catch((error: unknown) => error);
    await rawly(url, 'select pg_sleep(0.1)');
    await rawly(
      url,
      `select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock'`,
    );
    expect(await waiting).toMatchObject({ kind: 'unavailable' });
    await other.query('rollback');
    await other.end();
    expect(await store.insertAnswer(makeAnswer(), owner)).toEqual({ inserted: true });
    await store.close();
  });
});

describe('what PostgreSQL says', () => {
  const said = (message: string, code?: string) => Object.assign(new Error(message), { code });

  it.each<[string, StorageFaultKind | null, Error]>([
    ['a full disk', 'full', said('could not extend file', '53100')],
    ['too many connections', 'busy', said('sorry, too many clients already', '53300')],
    ['a serialization failure', 'busy', said('could not serialize access', '40001')],
    ['a deadlock', 'busy', said('deadlock detected', '40P01')],
    ['a start under way', 'unavailable', said('the database system is starting up', '57P03')],
    ['a broken disk', 'unavailable', said('could not read block', '58030')],
    ['a damaged page', 'unavailable', said('invalid page', 'XX001')],
    ['an unknown certificate', 'unavailable', said('self-signed', 'DEPTH_ZERO_SELF_SIGNED_CERT')],
    ['a reply that does not come', 'unavailable', said('Query read timeout')],
    ['a broken constraint', null, said('violates not-null constraint', '23502')],
    ['a faulty statement', null, said('syntax error', '42601')],
    ['a fault of the program', null, new TypeError('x is not a function')],
  ])('of %s is of kind %s', (_name, kind, error) => {
    const fault = postgresFaultOf(error, 'postgresql://db/quiz');
    if (kind === null) expect(fault).toBe(error);
    else expect(fault).toMatchObject({ kind, cause: error });
  });

  it('stays what it is when it is met twice', () => {
    const fault = new StorageFault('busy', 'Held.');
    expect(postgresFaultOf(fault, 'postgresql://db/quiz')).toBe(fault);
  });
});
