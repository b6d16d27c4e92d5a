import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anyAnswer, makeClient, openQuestion, startAttempt } from './client.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ CONTENT_DIR: 'tests/fixtures/storm' });
});
afterAll(() => server.stop());

it('an answer that the database can’t take is a 503 that says so, and can be sent again', async () => {
  const client = makeClient(server.origin);
  const attempt = await startAttempt(client);
  const question = await openQuestion(client, attempt);
  const form = anyAnswer((await client.get(question)).body);

  const other = new DatabaseSync(join(server.dataDir, 'verbatim.db'));
  other.exec('BEGIN EXCLUSIVE');
  const refused = await client.post(`${question}?/answer`, form);
  other.exec('ROLLBACK');
  other.close();

  expect(refused.status).toBe(503);
  expect(refused.headers).toContain('retry-after: 60');
  expect(refused.body).toContain('nothing was stored');
  expect(await openQuestion(client, attempt)).toBe(question);
  expect((await client.post(`${question}?/answer`, form)).status).toBe(303);
});
