import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/lib/server/storage/open.ts';
import { storagePlace } from '../../src/lib/server/storage/place.ts';
import { fill, learnerAt } from './fill.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const kept = join(folder, 'kept');
const file = join(folder, 'backup.gz');

/** Runs `npm run data -- …` on a data folder. */
function data(dataDir: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/data.ts', ...words], {
    env: { PATH: process.env['PATH'], DATA_DIR: dataDir },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

beforeAll(async () => {
  const store = await openStore(storagePlace({ DATA_DIR: kept }));
  await fill(store);
  await store.close();
});

describe('npm run data', () => {
  it('backs up into a file for its owner alone, and restores it elsewhere', async () => {
    const backup = data(kept, 'backup', file);
    expect(backup).toMatchObject({
      status: 0,
      stderr: `Database: ${kept}/verbatim.db\nBacked up: 160 of 160 rows (100 %)\n`,
    });
    expect(backup.stdout).toContain(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const other = join(folder, 'other');
    const restore = data(other, 'restore', file);
    expect(restore).toMatchObject({
      status: 0,
      stderr: `Database: ${other}/verbatim.db\nRestored: 160 of 160 rows (100 %)\n`,
    });
    const store = await openStore(storagePlace({ DATA_DIR: other }));
    expect(await store.listAnswered(learnerAt(7), 0)).toHaveLength(6);
    await store.close();
  });

  it('leaves a file that is there, and a database that holds something', () => {
    const bytes = readFileSync(file);
    const again = data(kept, 'backup', file);
    expect(again.status).toBe(2);
    expect(again.stderr).toMatch(/is there already/);
    expect(readFileSync(file).equals(bytes)).toBe(true);
    const restore = data(kept, 'restore', file);
    expect(restore.status).toBe(2);
    expect(restore.stderr).toMatch(/not empty/);
  });

  it.each<[string, () => Buffer]>([
    ['cut off', () => readFileSync(file).subarray(0, 1500)],
    ['no backup', () => Buffer.from('Not a backup.')],
    ['changed', () => Buffer.from(readFileSync(file)).fill('changed', 900, 910)],
  ])('says of a file that is %s that it is no whole backup', (name, bytes) => {
    const broken = join(folder, `${name}.gz`);
    writeFileSync(broken, bytes());
    const { status, stderr } = data(join(folder, name), 'restore', broken);
    expect(status).toBe(2);
    expect(stderr).toMatch(/no whole backup.*Take another copy/);
  });

  it.each([
    ['backup', join(folder, 'never.gz')],
    ['erase', '--ended', '--yes'],
    ['instructor'],
    ['export', '--all', '--to', join(folder, 'never')],
  ])('refuses a file that is not there, and makes none: %s', (...words) => {
    const missing = join(folder, 'missing');
    const { status, stdout, stderr } = data(missing, ...words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`Database: ${missing}/verbatim.db\n`);
    expect(stderr).toMatch(/is not there, and none was made\. Set DATA_DIR .* or DATABASE_URL/);
    expect([missing, join(folder, 'never.gz')].map((path) => existsSync(path))).toEqual([
      false,
      false,
    ]);
  });

  it.each(['data', 'bank'])('says how %s is called where that is asked', (script) => {
    const asked = spawnSync(process.execPath, [`src/cli/${script}.ts`, '--help'], {
      encoding: 'utf8',
    });
    expect(asked).toMatchObject({ status: 0, stderr: '' });
    expect(asked.stdout).toContain(`Usage: npm run ${script} -- <command>\n  `);
  });

  it.each<[string, readonly string[], RegExp]>([
    ['no command', [], /backup {2}FILE.*\n.*restore {2}FILE/],
    ['an unknown command', ['erase-all'], /no command “erase-all”/],
    ['no file', ['backup'], /Usage: npm run data -- backup FILE/],
    ['a file that is not there', ['restore', 'nowhere.gz'], /nowhere\.gz can’t be read/],
    ['a folder that is not there', ['backup', 'nowhere/a.gz'], /a\.gz can’t be made/],
  ])('says how it is called where it is given %s', (_what, words, said) => {
    const { status, stderr } = data(kept, ...words);
    expect(status).toBe(2);
    expect(stderr).toMatch(said);
  });
});
