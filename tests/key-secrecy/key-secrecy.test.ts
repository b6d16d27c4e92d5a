import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCollection } from '../../src/lib/server/content/load-collection.ts';
import { makeClient, type Client, type Reply } from '../http/client.ts';
import { startServer, type TestServer } from '../http/server.ts';
import { fixtureSecrets, type ItemSecrets } from './secrets.ts';
import { visitAll } from './visit.ts';

const contentDir = 'tests/fixtures/storm';
let server: TestServer;
let items: ItemSecrets[];

beforeAll(async () => {
  [server, items] = await Promise.all([
    startServer({ CONTENT_DIR: contentDir }),
    fixtureSecrets(contentDir),
  ]);
});
afterAll(() => server.stop());

/** A client that sees something planted into each reply that `plant` touches. */
function planted(client: Client, plant: (path: string, reply: Reply) => Reply): Client {
  return {
    cookies: client.cookies,
    get: async (path, headers) => plant(path, await client.get(path, headers)),
    post: async (path, form, headers) => plant(path, await client.post(path, form, headers)),
  };
}

describe('before an item is answered', () => {
  it('nothing that is sent tells its key, replies, explanation or passages', async () => {
    expect(items.map(({ secrets }) => secrets.length).every((count) => count >= 4)).toBe(true);
    const { leaks, texts } = await visitAll(makeClient(server.origin), items);
    expect(leaks).toEqual([]);
    expect(texts).toBeGreaterThan(120);
  });

  it.each<[string, (path: string, reply: Reply) => Reply]>([
    ['a page', (_path, reply) => ({ ...reply, body: `${reply.body}<!-- zqwhysixzq -->` })],
    ['a header', (_path, reply) => ({ ...reply, headers: `${reply.headers}\nx: zqwhysixzq` })],
    [
      'a data request',
      (path, reply) =>
        path.includes('__data.json') ? { ...reply, body: `{"why":"zqwhysixzq"}` } : reply,
    ],
    [
      'the answer to a refused post',
      (path, reply) =>
        path.startsWith('/attempts') && path.includes('?/')
          ? { ...reply, body: 'zqwhysixzq' }
          : reply,
    ],
    ['the numeric key', (_path, reply) => ({ ...reply, body: `${reply.body}480123` })],
  ])('a leak planted into %s is found', async (_name, plant) => {
    const { leaks } = await visitAll(planted(makeClient(server.origin), plant), items);
    expect(leaks.length).toBeGreaterThan(0);
  });
});

describe('the built files', () => {
  /** Whatever only an answer may show, of every bank of the project. */
  async function projectSecrets(): Promise<string[]> {
    const { files } = await loadCollection({ contentDir: 'src/content', sourcesDir: null });
    return files.flatMap(({ written }) =>
      written.flatMap(({ block, why }) => [
        ...why,
        ...block.passages.map(({ value }) => value.exact),
        ...block.options.flatMap(({ reply }) => reply ?? []),
        ...block.expectedWrong.map(({ reply }) => reply),
      ]),
    );
  }

  async function textsUnder(folder: string): Promise<string[]> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    return Promise.all(
      files.map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1')),
    );
  }

  it('hold no text of any bank', async () => {
    const [secrets, texts] = await Promise.all([projectSecrets(), textsUnder('build')]);
    expect(secrets.length).toBeGreaterThan(40);
    const whole = texts.join('\n');
    const bytes = secrets.map((secret) => Buffer.from(secret).toString('latin1'));
    expect(bytes.filter((secret) => whole.includes(secret))).toEqual([]);
    expect(`${whole}${bytes[0]}`.includes(bytes[0] ?? '')).toBe(true);
  });

  it('hold no source maps', async () => {
    const entries = await readdir('build/client', { recursive: true });
    expect(entries.filter((entry) => entry.endsWith('.map'))).toEqual([]);
  });
});
