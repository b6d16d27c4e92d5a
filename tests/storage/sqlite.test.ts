import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AttemptId, ItemId, OwnerId } from '../../src/lib/quiz/ids.ts';
import { databaseFile, openStore } from '../../src/lib/server/storage/open.ts';
import type { Store } from '../../src/lib/server/storage/store.ts';
import { describeSeats } from './describe-seats.ts';
import { describeStore } from './describe-store.ts';
import { makeAnswer, makeAttempt, owner } from './make-rows.ts';
import { freshFiles } from './temporary-folder.ts';

const freshFile = freshFiles();

describeStore('SQLite in memory', () => openStore(':memory:'));
describeStore('a SQLite file', () => openStore(freshFile()));
describeSeats('a SQLite file', () => openStore(freshFile()));

/** Everything that stands in the database's folder: file, log and index. */
function bytesAt(file: string): Buffer {
  const folder = dirname(file);
  return Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
}

describe('a SQLite file', () => {
  it('lies in DATA_DIR, or in data', () => {
    expect(databaseFile({ DATA_DIR: 'kept' })).toBe(join(process.cwd(), 'kept', 'verbatim.db'));
    expect(databaseFile({})).toBe(join(process.cwd(), 'data', 'verbatim.db'));
    expect(databaseFile({ DATA_DIR: '' })).toBe(databaseFile({}));
  });

  it('holds everything by itself once it is closed', async () => {
    const file = freshFile();
    const first = await openStore(file);
    await first.createAttempt(makeAttempt());
    await first.insertAnswer(makeAnswer(), owner);
    await first.close();
    expect(readdirSync(dirname(file))).toEqual(['verbatim.db']);
    copyFileSync(file, `${file}.copy`);
    const second = await openStore(`${file}.copy`);
    expect(await second.findAttempt(makeAttempt().id, owner)).toEqual(makeAttempt());
    expect(await second.listAnswers(makeAttempt().id, owner)).toEqual([makeAnswer()]);
    await second.close();
  });

  it('lets one of two connections win an item', async () => {
    const file = freshFile();
    const one = await openStore(file);
    const other = await openStore(file);
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
  const learnerAt = (index: number) => String(index).padStart(64, 'f') as OwnerId;

  /** Forty learners by turns, with short answers and with ones that spill over several pages. */
  async function fill(store: Store): Promise<void> {
    for (let index = 0; index < 40; index += 1) {
      const id =
        `att_${String.fromCharCode(97 + (index % 26)).repeat(25)}${index % 2}` as AttemptId;
      const attemptId = `${id}${index}` as AttemptId;
      const by = learnerAt(index % 20);
      await store.createAttempt(makeAttempt({ id: attemptId, owner: by }));
      for (const size of [1, 40, 2000]) {
        const itemId = `item-${size}` as ItemId;
        const response = { text: `marker-${index % 20}.`.repeat(size) };
        await store.insertAnswer(makeAnswer({ attemptId, itemId, response }), by);
      }
    }
  }

  it('leaves no byte of the learner in file or log, and every answer of the others', async () => {
    const file = freshFile();
    const store = await openStore(file);
    await fill(store);
    expect(bytesAt(file).includes('marker-7.')).toBe(true);
    expect(await store.eraseOwner(learnerAt(7))).toEqual({ attempts: 2, answers: 6 });
    expect(bytesAt(file).includes('marker-7.')).toBe(false);
    expect(bytesAt(file).includes(learnerAt(7))).toBe(false);
    expect(bytesAt(file).includes('marker-8.')).toBe(true);
    expect(await store.listAttempts(learnerAt(8))).toHaveLength(2);
    await store.close();
  });

  it('leaves none of what was not touched for long', async () => {
    const file = freshFile();
    const store = await openStore(file);
    await fill(store);
    expect(await store.eraseInactiveSince(9000)).toEqual({ attempts: 40, answers: 120 });
    expect(bytesAt(file).includes('marker-')).toBe(false);
    await store.close();
  });
});

describe('a SQLite file that can’t be used', () => {
  it('is a fault in words when the disk is full, and stores nothing by halves', async () => {
    const file = freshFile();
    const store = await openStore(file);
    await store.createAttempt(makeAttempt());
    await store.close();
    const full = await openStore(file, { maxPages: 1 });
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
    await (await openStore(file)).close();
    writeFileSync(file, 'This is not a database, but a text of some length.'.repeat(40));
    await expect(openStore(file)).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringMatching(/not a database.*Bring back a backup.*\.txt/) as string,
    });
  });

  it('is a fault in words when its folder can’t be made', async () => {
    const file = freshFile();
    await (await openStore(file)).close();
    await expect(openStore(join(file, 'inside', 'verbatim.db'))).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringMatching(/can’t be made or opened.*DATA_DIR.*inside/) as string,
    });
  });
});
