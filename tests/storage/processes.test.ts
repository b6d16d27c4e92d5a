import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/lib/server/storage/open.ts';
import { makeAttempt, owner } from './make-rows.ts';
import { linesOf, raceProcesses, startProcess } from './processes.ts';
import { freshFiles } from './temporary-folder.ts';

const freshFile = freshFiles();
const writer = new URL('./write-answers.ts', import.meta.url);
describe('the store on a SQLite file, among processes', () => {
  it('loses no acknowledged answer when the process is killed', async () => {
    const file = freshFile();
    const setup = await openStore({ file });
    await setup.createAttempt(makeAttempt());
    await setup.close();
    for (const cycle of ['0', '1', '2', '3']) {
      const child = startProcess(writer, { file }, cycle);
      const { exitCode, lines } = await linesOf(child, (count) => {
        if (count > 60) child.kill('SIGKILL');
      });
      const store = await openStore({ file });
      const answers = await store.listAnswers(makeAttempt().id, owner);
      await store.close();
      const stored = new Set<string>(answers.map(({ itemId }) => itemId));
      expect(exitCode).toBeNull();
      expect(lines.filter((id) => !stored.has(id))).toEqual([]);
    }
    const raw = new DatabaseSync(file);
    expect(raw.prepare('pragma integrity_check').get()).toMatchObject({ integrity_check: 'ok' });
    raw.close();
  });

  it('is made once by processes that open it at the same time, and each item has one winner', async () => {
    await raceProcesses({ file: freshFile() });
  });
});
