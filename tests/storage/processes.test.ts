import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/lib/server/storage/open.ts';
import { makeAttempt, owner } from './make-rows.ts';
import type { RaceLine } from './race-answers.ts';
import { freshFiles } from './temporary-folder.ts';

const freshFile = freshFiles();
const writer = new URL('./write-answers.ts', import.meta.url);
const racer = new URL('./race-answers.ts', import.meta.url);

/** Starts a script in a process of its own. */
function start(script: URL, ...given: string[]) {
  const path = fileURLToPath(script);
  return spawn(process.execPath, [path, ...given], { stdio: ['pipe', 'pipe', 'inherit'] });
}

/** Everything that a process prints until it ends, as whole lines. */
async function linesOf(child: ChildProcess, seen: (count: number) => void = () => undefined) {
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    seen(output.split('\n').length - 1);
  });
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { exitCode, lines: output.split('\n').slice(0, -1) };
}

describe('the store on a SQLite file, among processes', () => {
  it('loses no acknowledged answer when the process is killed', async () => {
    const file = freshFile();
    const setup = await openStore(file);
    await setup.createAttempt(makeAttempt());
    await setup.close();
    for (const cycle of ['0', '1', '2', '3']) {
      const child = start(writer, file, cycle);
      const { exitCode, lines } = await linesOf(child, (count) => {
        if (count > 60) child.kill('SIGKILL');
      });
      const store = await openStore(file);
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
    const file = freshFile();
    const children = ['one', 'two', 'three'].map((name) => start(racer, file, name));
    const ends = children.map((child) => linesOf(child));
    await Promise.all(children.map((child) => once(child.stdout, 'data')));
    const store = await openStore(file);
    await store.createAttempt(makeAttempt());
    for (const child of children) child.stdin.end('go\n');
    const finished = await Promise.all(ends);
    expect(finished.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);

    const told = finished.flatMap(({ lines }) =>
      lines.slice(1).map((line) => JSON.parse(line) as RaceLine),
    );
    const stored = await store.listAnswers(makeAttempt().id, owner);
    await store.close();
    expect(stored).toHaveLength(100);
    for (const { itemId, response } of stored) {
      const about = told.filter((line) => line.itemId === itemId);
      expect(about.filter(({ inserted }) => inserted)).toHaveLength(1);
      expect(about.map(({ standing }) => standing)).toEqual([response, response, response]);
    }
  });
});
