import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storagePlace } from '../../src/lib/server/storage/place.ts';
import { answerStorm, finishStorm, startStorm } from '../attempts/answer-storm.ts';
import { makeOwner, openSittingRoom, type SittingRoom } from '../attempts/sitting-room.ts';
import { seedClass, type SeededClass } from '../classes/seed-class.ts';
import { rowsOf } from './export-class.ts';

let folder: string;
let room: SittingRoom;
let seeded: SeededClass;
const owners = [makeOwner(), makeOwner()] as const;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-self-study-'));
  room = await openSittingRoom({ place: storagePlace({ DATA_DIR: folder }), now: Date.now() });
  seeded = await seedClass(room, 3);
  const [often, once] = owners;
  for (let count = 0; count < 2; count += 1) {
    const attemptId = await startStorm(room, often);
    await finishStorm(room, { attemptId, owner: often });
    room.clock.now += 60_000;
  }
  const attemptId = await startStorm(room, once);
  await answerStorm(room, { attemptId, itemId: 'repairs', owner: once }, 'Until Tuesday');
});
afterAll(async () => {
  await room.store.close();
  await rm(folder, { recursive: true, force: true });
});

/** Exports everything by the command; gives the files of self-study, and what was said. */
async function exportAll(to: string, ...words: string[]) {
  const command = ['src/cli/data.ts', 'export', '--all', ...words, '--to', join(folder, to)];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    env: { PATH: process.env['PATH'], DATA_DIR: folder, CONTENT_DIR: 'tests/fixtures/storm' },
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, expect.stringContaining('(100 %)')]);
  const folders = await readdir(join(folder, to));
  const own = folders.find((name) => name.startsWith('self-study_storm_')) ?? '';
  const files = new Map<string, string>();
  for (const name of await readdir(join(folder, to, own), { recursive: true })) {
    if (!/\.(csv|jsonl)$/.test(name)) continue;
    files.set(name, await readFile(join(folder, to, own, name), 'utf8'));
  }
  return { folders, files, stdout };
}

describe('an export of everything', () => {
  it('holds what was answered outside classes, a learner a browser, without class or name', async () => {
    const { folders, files, stdout } = await exportAll('all');
    expect(folders).toHaveLength(2);
    expect(stdout).toContain('Results of 1 assignment, and of self-study at 1 bank, are in');
    const gradebook = rowsOf(files, 'gradebook.csv');
    expect(gradebook.map((row) => row['attempts_total']).toSorted()).toEqual(['1', '2']);
    for (const row of gradebook) {
      expect(row['learner_id']).toMatch(/^lrn_[a-z2-7]{26}$/);
      const empty = ['display_name', 'last_name', 'email', 'class_id', 'class_name'];
      expect(empty.map((column) => row[column])).toEqual(empty.map(() => ''));
      expect(row['bank_id']).toBe('storm');
    }
    const attempts = rowsOf(files, 'attempts.csv');
    expect(attempts.map((row) => `${row['attempt_no']} ${row['status']}`).toSorted()).toEqual([
      '1 in_progress',
      '1 submitted',
      '2 submitted',
    ]);
  });

  it('agrees with what is stored, counted anew', async () => {
    const { files } = await exportAll('again');
    const stored = await Promise.all(owners.map((owner) => room.store.listAnswered(owner, 0)));
    const answers = stored.flat();
    const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
    const responses = rowsOf(files, 'responses.csv').filter(
      (row) => row['response_status'] === 'answered',
    );
    expect(responses).toHaveLength(answers.length);
    expect(sum(responses.map((row) => Number(row['points'])))).toBeCloseTo(
      sum(answers.map(({ points }) => points)),
      1,
    );
    const lines = (files.get('results.jsonl') ?? '').trimEnd().split('\n');
    expect(lines).toHaveLength(rowsOf(files, 'responses.csv').length);
  });

  it('gives a browser the same id each time, and neither that of the database nor a learner of a class', async () => {
    const idsIn = (files: ReadonlyMap<string, string>) =>
      rowsOf(files, 'gradebook.csv').map((row) => row['learner_id']);
    const [one, other] = [await exportAll('one'), await exportAll('other')];
    expect(idsIn(one.files)).toEqual(idsIn(other.files));
    const text = [...one.files.values()].join('');
    expect(owners.filter((owner) => text.includes(owner))).toEqual([]);
    const told = seeded.learners.map(({ learner }) => learner.id);
    expect(told.filter((id) => text.includes(id))).toEqual([]);
  });

  it('gives other ids where it is to tell of nobody, and still no class', async () => {
    const [named, anonymous] = [await exportAll('named'), await exportAll('none', '--anonymous')];
    const idsOf = ({ files }: typeof named) =>
      rowsOf(files, 'gradebook.csv').map((row) => row['learner_id'] ?? '');
    expect(idsOf(anonymous).filter((id) => idsOf(named).includes(id))).toEqual([]);
    expect(rowsOf(anonymous.files, 'gradebook.csv').map((row) => row['class_id'])).toEqual([
      '',
      '',
    ]);
  });
});
