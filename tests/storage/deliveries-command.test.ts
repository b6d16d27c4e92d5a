import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/lib/server/storage/open.ts';
import { storagePlace } from '../../src/lib/server/storage/place.ts';
import { temporaryFolder } from './temporary-folder.ts';

const dataDir = join(temporaryFolder(), 'kept');
const group = 'record-store';
const nobody = { group, classId: null, owner: null, attemptId: null } as const;
const nameOf = (key: string) => ({ kind: 'xapi-statement', key }) as const;

/** Runs `npm run data -- deliveries …`. */
function deliveries(...words: string[]) {
  const env = { PATH: process.env['PATH'], DATA_DIR: dataDir };
  const args = ['src/cli/data.ts', 'deliveries', ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

beforeAll(async () => {
  const store = await openStore(storagePlace({ DATA_DIR: dataDir }));
  for (const key of ['waits', 'gone', 'sent'])
    await store.deliveries.request({ ...nobody, ...nameOf(key) }, 0);
  const settled = { triedAt: 60_000, dueAt: 60_000 };
  const answer = '400 \u001b[2Jno such verb';
  await store.deliveries.settle(nameOf('gone'), 1, { ...settled, state: 'refused', answer });
  await store.deliveries.settle(nameOf('sent'), 1, { ...settled, state: 'delivered', answer });
  await store.close();
});

describe('npm run data -- deliveries', () => {
  it('prints what waits and what was refused, with the answer', () => {
    const { status, stdout } = deliveries();
    expect(status).toBe(0);
    expect(stdout.split('\n')).toEqual([
      'waiting: 1',
      '  requested 1970-01-01 00:00  not tried yet  xapi-statement waits',
      'refused: 1',
      '  requested 1970-01-01 00:00  tried once, last 1970-01-01 00:01  400 \ufffd[2Jno such verb  xapi-statement gone',
      '',
    ]);
  });

  it('prints the others too where asked to', () => {
    expect(deliveries('--all').stdout).toContain('xapi-statement sent');
  });

  it('has what was refused sent again', async () => {
    expect(deliveries('--resend')).toMatchObject({
      status: 0,
      stdout: 'Sent again: 1. A server that is running begins within a minute.\n',
    });
    const store = await openStore(storagePlace({ DATA_DIR: dataDir }));
    expect(await store.deliveries.find(nameOf('gone'))).toMatchObject({ state: 'waiting' });
    expect(await store.deliveries.find(nameOf('sent'))).toMatchObject({ state: 'delivered' });
    await store.close();
  });

  it('says how it is called', () => {
    expect(deliveries('--what')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Usage') as string,
    });
  });
});
