import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/lib/server/storage/open.ts';
import { describeSeats } from './describe-seats.ts';
import { describeStore } from './describe-store.ts';
import { fill, learnerAt } from './fill.ts';
import { classId, learnerIdAt } from './make-class-rows.ts';
import { makeAnswer, makeAttempt, owner } from './make-rows.ts';
import { allMarks, fillMarked, places } from './marked-class.ts';
import { usePostgres } from './postgres-databases.ts';
import { raceProcesses } from './processes.ts';

const { emptied, rawly } = usePostgres();

describeStore('PostgreSQL', async () => openStore({ url: await emptied() }));
describeSeats('PostgreSQL', async () => openStore({ url: await emptied() }));

describe('the store on PostgreSQL, among processes', () => {
  it('is made once by processes that open it at the same time, and each item has one winner', async () => {
    await raceProcesses({ url: await emptied() });
  });
});

describe('an erasure on PostgreSQL', () => {
  it('leaves no delivery for long that was requested while it went on', async () => {
    const url = await emptied();
    const store = await openStore({ url });
    const { id: attemptId } = makeAttempt();
    await store.createAttempt(makeAttempt());
    const erasing = rawly(
      url,
      `delete from delivery; delete from attempt where id = '${attemptId}'; select pg_sleep(1)`,
    );
    await rawly(url, 'select pg_sleep(0.3)');
    const xapi = { kind: 'xapi-statement', key: 'late', group: 'record-store' } as const;
    await store.deliveries.requestOnce({ ...xapi, classId: null, owner, attemptId }, 1000);
    await erasing;
    await store.deliveries.forgetEnded(0);
    expect(await store.deliveries.list({}, 9)).toEqual([]);
    await store.close();
  });

  /** Everything that stands in the files of the database's own tables, their indexes and long texts. */
  async function bytesAt(url: string): Promise<Buffer> {
    await rawly(url, 'checkpoint');
    const rows = await rawly(
      url,
      `select pg_read_binary_file(pg_relation_filepath(oid)) as bytes from pg_class
       where relkind in ('r', 'i', 't') and oid >= 16384`,
    );
    return Buffer.concat(rows.map(({ bytes }) => bytes as Buffer));
  }

  it('leaves no byte of the learner in tables or indexes, and every answer of the others', async () => {
    const url = await emptied();
    const store = await openStore({ url });
    await fill(store);
    const before = await bytesAt(url);
    expect(before.includes('marker-7.')).toBe(true);
    expect(before.includes(learnerAt(7))).toBe(true);
    expect(await store.eraseOwner(learnerAt(7))).toEqual({ attempts: 2, answers: 6 });
    const after = await bytesAt(url);
    expect(after.includes('marker-7.')).toBe(false);
    expect(after.includes(learnerAt(7))).toBe(false);
    expect(after.includes('marker-8.')).toBe(true);
    expect(await store.listAttempts(learnerAt(8))).toHaveLength(2);
    await store.close();
  });

  it('leaves none where many erase at once, while others answer', async () => {
    const url = await emptied();
    const store = await openStore({ url });
    await fill(store);
    await store.createAttempt(makeAttempt());
    const erased = await Promise.all([
      ...Array.from({ length: 20 }, (_, index) => store.eraseOwner(learnerAt(index))),
      store.insertAnswer(makeAnswer(), owner),
    ]);
    expect(erased).toHaveLength(21);
    const bytes = await bytesAt(url);
    expect(bytes.includes('marker-')).toBe(false);
    expect(await store.listAnswers(makeAttempt().id, owner)).toEqual([makeAnswer()]);
    await store.close();
  });

  it('leaves no byte of names and words of learners in a class, then of the class', async () => {
    const url = await emptied();
    const store = await openStore({ url });
    await fillMarked(store);
    const foundOf = async (texts: readonly string[]) => {
      const bytes = await bytesAt(url);
      return texts.filter((text) => bytes.includes(text));
    };
    const erased = places.filter((place) => place % 7 === 3);
    const kept = places.filter((place) => place % 7 !== 3);
    // Long words are compressed; a name never is.
    const names = allMarks(kept).filter((mark) => !mark.startsWith('.words'));
    expect(await foundOf(allMarks(erased))).not.toEqual([]);
    for (const place of erased) await store.classes.eraseLearner(learnerIdAt(place));
    expect(await foundOf(allMarks(erased))).toEqual([]);
    expect(await foundOf(names)).toEqual(names);
    await store.classes.eraseClass(classId);
    expect(await foundOf([...allMarks(places), '.class.', '.comment.'])).toEqual([]);
    await store.close();
  });

  it('waits for readers that still see what was deleted', async () => {
    const url = await emptied();
    const store = await openStore({ url });
    await fill(store);
    const reading = rawly(
      url,
      'begin isolation level repeatable read; select 1 from report; select pg_sleep(0.5); commit',
    );
    await rawly(url, 'select pg_sleep(0.1)');
    await store.eraseOwner(learnerAt(7));
    expect((await bytesAt(url)).includes('marker-7.')).toBe(false);
    await reading;
    await store.close();
  });
});

describe('the migrations on PostgreSQL', () => {
  it('run once, and change nothing when the database is opened again', async () => {
    const url = await emptied();
    const first = await openStore({ url });
    await first.createAttempt(makeAttempt());
    await first.close();
    const log = await rawly(url, 'select * from kysely_migration');
    const second = await openStore({ url });
    expect(await second.findAttempt(makeAttempt().id, owner)).toEqual(makeAttempt());
    await second.close();
    expect(await rawly(url, 'select * from kysely_migration')).toEqual(log);
  });

  it('refuse a database of a newer version', async () => {
    const url = await emptied();
    await (await openStore({ url })).close();
    await rawly(url, `insert into kysely_migration values ('999-later', '2030-01-01')`);
    await expect(openStore({ url })).rejects.toMatchObject({
      name: 'StorageFault',
      kind: 'unavailable',
      message: expect.stringMatching(/newer version.*999-later.*DATABASE_URL/) as string,
    });
  });

  it('are undone as a whole where one statement fails', async () => {
    const url = await emptied();
    await rawly(url, 'create table report (planted text)');
    await expect(openStore({ url })).rejects.toThrow(/report/);
    const names = await rawly(
      url,
      `select relname::text from pg_class where relkind = 'r' and oid >= 16384
       and relname not like 'kysely%' and relnamespace = 'public'::regnamespace`,
    );
    expect(names).toEqual([{ relname: 'report' }]);
  });
});
