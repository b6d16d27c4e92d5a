import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { openStore } from '../../src/lib/server/storage/open.ts';
import type { StoragePlace } from '../../src/lib/server/storage/place.ts';
import { makeAttempt, owner } from './make-rows.ts';
import type { RaceLine } from './race-answers.ts';

/** Starts a script in a process of its own, on the same database. */
export function startProcess(script: URL, place: StoragePlace, ...given: string[]) {
  const named =
    'url' in place
      ? { DATABASE_URL: place.url }
      : { DATABASE_URL: '', DATA_DIR: dirname(place.file) };
  return spawn(process.execPath, [fileURLToPath(script), ...given], {
    env: { ...process.env, ...named },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

/** Everything that a process prints until it ends, as whole lines. */
export async function linesOf(
  child: ChildProcess,
  seen: (count: number) => void = () => undefined,
) {
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    seen(output.split('\n').length - 1);
  });
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { exitCode, lines: output.split('\n').slice(0, -1) };
}

/** Lets three processes open a new database at once and answer the same items: each has one winner. */
export async function raceProcesses(place: StoragePlace): Promise<void> {
  const children = ['one', 'two', 'three'].map((name) =>
    startProcess(new URL('./race-answers.ts', import.meta.url), place, name),
  );
  const ends = children.map((child) => linesOf(child));
  await Promise.all(children.map((child) => once(child.stdout, 'data')));
  const store = await openStore(place);
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
}
