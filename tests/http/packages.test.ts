import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stormContent } from '../browser/storm.ts';
import { makeClient } from './client.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ CONTENT_DIR: stormContent });
});
afterAll(() => server.stop());

/** The digest of what stands at a path. */
async function digestAt(path: string): Promise<string> {
  const reply = await fetch(`${server.origin}${path}`);
  return createHash('sha256')
    .update(new Uint8Array(await reply.arrayBuffer()))
    .digest('hex');
}

describe('a package of a bank', () => {
  it.each(['web', 'scorm-1.2', 'scorm-2004'])(
    '%s is downloaded under a name that tells it',
    async (kind) => {
      const reply = await fetch(`${server.origin}/packages/storm/${kind}?pass=70`);
      expect(reply.status).toBe(200);
      expect(reply.headers.get('content-type')).toBe('application/zip');
      expect(reply.headers.get('content-disposition')).toMatch(
        new RegExp(`filename="storm_${kind}_[0-9a-f]{8}_[0-9a-f]{4}\\.zip"`),
      );
      expect(reply.headers.getSetCookie()).toEqual([]);
    },
  );

  it('is the same whenever it is asked for, and another with other options', async () => {
    const [one, other, marked] = [
      await digestAt('/packages/storm/scorm-1.2'),
      await digestAt('/packages/storm/scorm-1.2'),
      await digestAt('/packages/storm/scorm-1.2?pass=70'),
    ];
    expect(one).toBe(other);
    expect(one).not.toBe(marked);
  });

  it.each([
    ['/packages/none/web', 404, 'No quiz of this name'],
    ['/packages/storm/scorm-3', 404, 'web, scorm-1.2, scorm-2004, cmi5, moodle-xml, gift, qti3.'],
    [
      '/packages/storm/web?pass=often',
      400,
      'The option “pass” can’t be “often”. Write a whole number',
    ],
    ['/packages/storm/web?items=schools,none', 400, 'This bank has no question “none”.'],
    ['/packages/storm/web?mark=70', 400, 'There is no option “mark”.'],
  ])('is refused in words at %s', async (path, status, words) => {
    const reply = await makeClient(server.origin).get(path);
    expect([reply.status, reply.headers]).toEqual([
      status,
      expect.stringContaining('text/plain') as string,
    ]);
    expect(reply.body).toContain(words);
  });
});

it('a server that hands out no packages says so, and how that is changed', async () => {
  const closed = await startServer({ CONTENT_DIR: stormContent, PACKAGES: 'off' });
  const reply = await makeClient(closed.origin).get('/packages/storm/web');
  expect(reply.status).toBe(404);
  expect(reply.body).toContain('PACKAGES=open');
  await closed.stop();
});
