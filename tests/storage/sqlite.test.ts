import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ItemId } from '../../src/lib/quiz/ids.ts';
import { openStore } from '../../src/lib/server/storage/open.ts';
import { openDatabase } from '../../src/lib/server/storage/sqlite-database.ts';
import { describeStore } from './describe-store.ts';
import { makeAnswer, makeAttempt, owner } from './make-rows.ts';

describeStore('SQLite in memory', () => openStore(':memory:'));

describe('the store on a SQLite file', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'verbatim-store-'));
    file = join(folder, 'made', 'verbatim.db');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function filesOf(): Promise<Buffer> {
    const read = (path: string) => readFile(path).catch(() => Buffer.alloc(0));
    return Buffer.concat(await Promise.all([read(file), read(`${file}-wal`)]));
  }

  it('keeps everything over a close', async () => {
    const first = await openStore(file);
    await first.createAttempt(makeAttempt());
    await first.insertAnswer(makeAnswer(), owner);
    await first.close();
    const second = await openStore(file);
    expect(await second.listAnswers(makeAttempt().id, owner)).toEqual([makeAnswer()]);
    await second.close();
  });

  it('lets one of two connections win an item', async () => {
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

  it('leaves no byte of an erased learner in its files', async () => {
    const store = await openStore(file);
    await store.createAttempt(makeAttempt());
    await store.insertAnswer(makeAnswer({ response: { text: 'zqeraseme' } }), owner);
    expect((await filesOf()).includes('zqeraseme')).toBe(true);
    await store.eraseOwner(owner);
    expect((await filesOf()).includes('zqeraseme')).toBe(false);
    expect((await filesOf()).includes(owner)).toBe(false);
    await store.close();
  });

  it('syncs at every commit and overwrites what it deletes', () => {
    const database = openDatabase(join(folder, 'plain.db'));
    const value = (pragma: string) => database.prepare(`PRAGMA ${pragma}`).all([])[0];
    expect(value('synchronous')).toEqual({ synchronous: 2 });
    expect(value('journal_mode')).toEqual({ journal_mode: 'wal' });
    expect(value('secure_delete')).toEqual({ secure_delete: 1 });
    expect(value('foreign_keys')).toEqual({ foreign_keys: 1 });
    database.close();
  });

  it('loses no acknowledged answer when the process is killed', async () => {
    const setup = await openStore(file);
    await setup.createAttempt(makeAttempt());
    await setup.close();
    for (let cycle = 0; cycle < 3; cycle += 1) {
      const acknowledged = await killWhileWriting(file, cycle);
      const store = await openStore(file);
      const stored = new Set(
        (await store.listAnswers(makeAttempt().id, owner)).map((a) => a.itemId),
      );
      await store.close();
      expect(acknowledged.length).toBeGreaterThan(10);
      expect(acknowledged.filter((id) => !stored.has(id as ItemId))).toEqual([]);
    }
  });

  it('refuses a database of a newer version, and leaves it alone', async () => {
    await (await openStore(file)).close();
    const raw = new DatabaseSync(file);
    raw.exec(`insert into kysely_migration values ('999-later', '2030-01-01')`);
    raw.close();
    await expect(openStore(file)).rejects.toThrow(/newer version.*999-later.*DATA_DIR/);
  });

  it('says in words when the disk is full, and stores nothing by halves', async () => {
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
    await full.close();
  });

  it('says in words when the file is no database', async () => {
    const text = join(folder, 'text.db');
    await writeFile(text, 'This is not a database, but a text of some length.'.repeat(40));
    await expect(openStore(text)).rejects.toMatchObject({ kind: 'unavailable' });
  });
});

/** Starts a writer, kills it after a moment, and gives the answers that it had acknowledged. */
function killWhileWriting(file: string, cycle: number): Promise<string[]> {
  const writer = new URL('./write-answers.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [writer, file, String(cycle)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.split('\n').length > 60) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', () => resolve(output.split('\n').slice(0, -1)));
  });
}
