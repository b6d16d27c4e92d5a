import { copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/lib/server/storage/open.ts';
import { describeSeats } from './describe-seats.ts';
import { describeStore } from './describe-store.ts';
import { fill, learnerAt } from './fill.ts';
import { makeAnswer, makeAttempt, owner } from './make-rows.ts';
import { freshFiles } from './temporary-folder.ts';

const freshFile = freshFiles();

describeStore('SQLite in memory', () => openStore({ file: ':memory:' }));
describeStore('a SQLite file', () => openStore({ file: freshFile() }));
describeSeats('a SQLite file', () => openStore({ file: freshFile() }));

/** Everything that stands in the database's folder: file, log and index. */
function bytesAt(file: string): Buffer {
  const folder = dirname(file);
  return Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
}

describe('a SQLite file', () => {
  it('is made for its owner alone, with its folder and its log', async () => {
    const folder = join(dirname(freshFile()), 'made');
    const store = await openStore({ file: join(folder, 'verbatim.db') });
    const made = [folder, ...readdirSync(folder).map((name) => join(folder, name))];
    expect(made.length).toBeGreaterThan(2);
    for (const path of made) expect([path, statSync(path).mode & 0o077]).toEqual([path, 0]);
    await store.close();
  });

  it('holds everything by itself once it is closed', async () => {
    const file = freshFile();
    const first = await openStore({ file });
    await first.createAttempt(makeAttempt());
    await first.insertAnswer(makeAnswer(), owner);
    await first.close();
    expect(readdirSync(dirname(file))).toEqual(['verbatim.db']);
    copyFileSync(file, `${file}.copy`);
    const second = await openStore({ file: `${file}.copy` });
    expect(await second.findAttempt(makeAttempt().id, owner)).toEqual(makeAttempt());
    expect(await second.listAnswers(makeAttempt().id, owner)).toEqual([makeAnswer()]);
    await second.close();
  });

  it('lets one of two connections win an item', async () => {
    const file = freshFile();
    const one = await openStore({ file });
    const other = await openStore({ file });
    await one.createAttempt(makeAttempt());
    const results = await Promise.all(
      [one, other, one, other].map((store) => store.insertAnswer(makeAnswer(), owner)),
    );
    expect(results.filter((result) => result?.inserted)).toHaveLength(1);
    await one.close();
    await other.close();
  });
});

describe('an erasure on a SQLite file', () => {
  it('leaves no byte of the learner in file or log, and every answer of the others', async () => {
    const file = freshFile();
    const store = await openStore({ file });
    await fill(store);
    expect(bytesAt(file).includes('marker-7.')).toBe(true);
    expect(await store.eraseOwner(learnerAt(7))).toEqual({ attempts: 2, answers: 6 });
    expect(bytesAt(file).includes('marker-7.')).toBe(false);
    expect(bytesAt(file).includes(learnerAt(7))).toBe(false);
    expect(bytesAt(file).includes('marker-8.')).toBe(true);
    expect(await store.listAttempts(learnerAt(8))).toHaveLength(2);
    await store.close();
  });

  it('waits for a reader that still sees what was deleted, and holds nobody up', async () => {
    const file = freshFile();
    const store = await openStore({ file });
    await fill(store);
    await store.createAttempt(makeAttempt());
    const reader = new DatabaseSync(file);
    reader.exec('begin; select * from answer');
    const erasing = store.eraseOwner(learnerAt(7));
    expect(await store.insertAnswer(makeAnswer(), owner)).toEqual({ inserted: true });
    expect(bytesAt(file).includes('marker-7.')).toBe(true);
    reader.close();
    expect(await erasing).toEqual({ attempts: 2, answers: 6 });
    expect(bytesAt(file).includes('marker-7.')).toBe(false);
    await store.close();
  });

  it('says so where a reader does not end, and can be asked for again', async () => {
    const file = freshFile();
    const store = await openStore({ file });
    await fill(store);
    const reader = new DatabaseSync(file);
    reader.exec('begin; select * from answer');
    await expect(store.eraseOwner(learnerAt(7))).rejects.toMatchObject({
      kind: 'busy',
      message: expect.stringContaining('Erase again') as string,
    });
    reader.close();
    expect(await store.eraseOwner(learnerAt(7))).toEqual({ attempts: 0, answers: 0 });
    expect(bytesAt(file).includes('marker-7.')).toBe(false);
    await store.close();
  });

  it('leaves none of what was not touched for long', async () => {
    const file = freshFile();
    const store = await openStore({ file });
    await fill(store);
    expect(await store.eraseInactiveSince(9000)).toEqual({ attempts: 40, answers: 120 });
    expect(bytesAt(file).includes('marker-')).toBe(false);
    await store.close();
  });
});

describe('a SQLite file that can’t be used', () => {
  it('is a fault in words when the disk is full, and stores nothing by halves', async () => {
    const file = freshFile();
    const store = await openStore({ file });
    await store.createAttempt(makeAttempt());
    await store.close();
    const full = await openStore({ file, maxPages: 1 });
    const response = { text: 'x'.repeat(200_000) };
    await expect(full.insertAnswer(makeAnswer({ response }), owner)).rejects.toMatchObject({
      name: 'StorageFault',
      kind: 'full',
      message: expect.stringContaining('Free some space') as string,
    });
    expect(await full.listAnswers(makeAttempt().id, owner)).toEqual([]);
    expect(await full.eraseOwner(owner)).toEqual({ attempts: 1, answers: 0 });
    await full.close();
  });

  it('is a fault in words when it is no database', async () => {
    const file = `${freshFile()}.txt`;
    await (await openStore({ file })).close();
    writeFileSync(file, 'This is not a database, but a text of some length.'.repeat(40));
    await expect(openStore({ file })).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringMatching(/not a database.*Bring back a backup.*\.txt/) as string,
    });
  });

  it('is a fault in words when its folder can’t be made', async () => {
    const file = freshFile();
    await (await openStore({ file })).close();
    await expect(openStore({ file: join(file, 'inside', 'verbatim.db') })).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringMatching(/can’t be made or opened.*DATA_DIR.*inside/) as string,
    });
  });
});
