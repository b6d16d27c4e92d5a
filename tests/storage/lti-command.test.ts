import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publicKeys } from '../../src/lib/server/lti/tool-keys.ts';
import { openStore } from '../../src/lib/server/storage/open.ts';
import { storagePlace } from '../../src/lib/server/storage/place.ts';
import type { Store } from '../../src/lib/server/storage/store.ts';
import { temporaryFolder } from './temporary-folder.ts';

const dataDir = join(temporaryFolder(), 'kept');

async function inStore<Value>(work: (store: Store) => Promise<Value>): Promise<Value> {
  const store = await openStore(storagePlace({ DATA_DIR: dataDir }));
  const value = await work(store);
  await store.close();
  return value;
}

/** Runs `npm run data -- lti …`; the database is there. */
function lti(...words: string[]) {
  return ltiAt('https://quiz.example', ...words);
}

/** The same, where the site has this address. */
async function ltiAt(origin: string, ...words: string[]) {
  await inStore((store) => store.ping());
  const env = { PATH: process.env['PATH'], DATA_DIR: dataDir, ORIGIN: origin };
  const args = ['src/cli/data.ts', 'lti', ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const added = [
  ...['add', '--issuer', 'https://lms.example', '--client-id', 'c1', '--deployment', '7'],
  ...['--auth', 'https://lms.example/auth', '--token', 'https://lms.example/token'],
  ...['--jwks', 'https://lms.example/jwks', '--name', 'School'],
];

// Each word is a process of its own.
describe('npm run data -- lti', { timeout: 60_000 }, () => {
  it('adds a platform by hand, and prints what its administrator pastes', async () => {
    const { status, stdout } = await lti(...added);
    expect(status).toBe(0);
    expect(stdout).toContain('Login initiation:            https://quiz.example/lti/login');
    const json = JSON.parse(stdout.slice(stdout.indexOf('{'))) as Record<string, unknown>;
    expect(json).toMatchObject({
      redirect_uris: ['https://quiz.example/lti/launch'],
      jwks_uri: 'https://quiz.example/lti/jwks',
    });
    expect(await lti(...added)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('already') as string,
    });
  });

  it.each([
    ['', added, /Set ORIGIN/],
    ['banana', added, /ORIGIN is “banana”/],
    ['https://quiz.example/path', added, /without a path/],
    ['http://quiz.example', added, /over https only/],
    ['https://quiz.example', [...added, '--issuer', 'lms.example'], /--issuer is “lms\.example”/],
    ['https://quiz.example', [...added, '--jwks', 'http://lms.example/jwks'], /--jwks is “http/],
  ])('adds nothing that could not work: %s %j', async (origin, words, said) => {
    const before = await inStore((store) => store.lti.listPlatforms());
    const { status, stderr, stdout } = await ltiAt(origin, ...words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(said);
    expect(await inStore((store) => store.lti.listPlatforms())).toEqual(before);
  });

  it('lists platforms, and removes one', async () => {
    const [platform] = await inStore((store) => store.lti.listPlatforms());
    const listed = await lti('list');
    expect(listed.stdout).toContain(`${platform?.id}  active`);
    expect(listed.stdout).toContain('client id c1  deployments 7');
    expect((await lti('remove', platform?.id ?? '')).stderr).toContain('Add --yes');
    expect(await lti('remove', platform?.id ?? '', '--yes')).toMatchObject({ status: 0 });
    expect((await lti('list')).stdout).toContain('0 platforms');
    expect((await lti('remove', 'plf_x')).stderr).toContain('No platform has the id');
  });

  it('approves what waits', async () => {
    await lti(...added);
    const [platform] = await inStore((store) => store.lti.listPlatforms());
    expect(await lti('approve', platform?.id ?? '')).toMatchObject({ status: 0 });
    expect((await lti('approve', 'plf_x')).status).toBe(2);
  });

  it('rotates keys: both are published, and at once only the new one', async () => {
    const kids = (nowMs = Date.now()) =>
      inStore(async (store) =>
        (await publicKeys({ store, now: () => nowMs })).keys.map(({ kid }) => kid),
      );
    const [first] = await kids();
    expect(await lti('rotate-keys')).toMatchObject({ status: 0 });
    const both = await kids();
    expect(both).toHaveLength(2);
    expect(both[0]).toBe(first);
    const days = (count: number) => Date.now() + count * 86_400_000;
    expect(await kids(days(7))).toEqual(both);
    expect(await kids(days(9))).toEqual([both[1]]);
    const atOnce = await lti('rotate-keys', '--now');
    const [only, ...others] = await kids();
    expect(others).toEqual([]);
    expect(atOnce.stdout).toContain(only);
    const { stdout } = await lti('list');
    expect(stdout).not.toContain('"d"');
  });

  it('says how it is called', async () => {
    const wrong = [[], ['what'], ['add'], ['remove'], ['list', 'x'], [...added, '--auth', 'lms']];
    for (const words of wrong) {
      const { status, stderr } = await lti(...words);
      expect([words, status, stderr]).toEqual([words, 2, expect.stringContaining('Usage')]);
    }
  });
});
