import { afterAll, beforeAll, expect, it } from 'vitest';
import { usePostgres } from '../storage/postgres-databases.ts';
import { anyAnswer, makeClient, openQuestion, startAttempt } from './client.ts';
import { startServer, type TestServer } from './server.ts';

const { emptied, pause, resume } = usePostgres();

let server: TestServer;
beforeAll(async () => {
  server = await startServer({
    CONTENT_DIR: 'tests/fixtures/storm',
    DATABASE_URL: await emptied(),
  });
});
afterAll(() => server.stop());

it('a PostgreSQL server that stops is a 503, and answers are taken again once it is back', async () => {
  const client = makeClient(server.origin);
  const attempt = await startAttempt(client);
  const question = await openQuestion(client, attempt);
  const form = anyAnswer((await client.get(question)).body);

  await pause();
  const refused = await client.post(`${question}?/answer`, form);
  const unread = await client.get(question);
  await resume();

  expect(refused.status).toBe(503);
  expect(refused.headers).toContain('retry-after: 60');
  expect(refused.body).toContain('nothing was stored');
  expect(unread.status).toBe(503);
  expect(await openQuestion(client, attempt)).toBe(question);
  expect((await client.post(`${question}?/answer`, form)).status).toBe(303);
  expect(await openQuestion(client, attempt)).not.toBe(question);
});

it('a server that can’t reach its database does not start, and says why without the password', async () => {
  const url = 'postgresql://learner:secret-word@127.0.0.1:1/quiz';
  const starting = startServer({ CONTENT_DIR: 'tests/fixtures/storm', DATABASE_URL: url });
  const refusal = await starting.then(
    () => 'It started',
    (error: unknown) => String(error),
  );
  expect(refusal).toMatch(
    /can’t be reached.*DATABASE_URL.*postgresql:\/\/learner@127\.0\.0\.1:1\/quiz/,
  );
  expect(refusal).not.toContain('secret-word');
});
