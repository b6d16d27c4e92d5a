import { afterEach, expect, it } from 'vitest';
import { postClass } from './class-pages.ts';
import { makeClient } from './client.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer | null = null;
afterEach(() => server?.stop());

const content = { CONTENT_DIR: 'tests/fixtures/storm' };

it('a class is opened with the password of the instance only, and guesses are limited', async () => {
  server = await startServer({ ...content, CLASS_PASSWORD: 'storm lantern' });
  const client = makeClient(server.origin);
  const { body } = await client.get('/teach/new?bank=storm');
  expect(body).toContain('Password of this site');
  expect(body).not.toContain('storm lantern');
  const wrong = await postClass(client, { entry: 'lantern', name: 'Class 7b' });
  expect(wrong.status).toBe(403);
  expect(wrong.body).toContain('Password: this is not the one of this site');
  expect(wrong.body).toContain('value="Class 7b"');
  expect(client.cookies()).toBe('');
  expect((await postClass(client, { entry: 'storm lantern' })).status).toBe(303);
  for (let count = 0; count < 20; count += 1) await postClass(client, { entry: 'lantern' });
  expect((await postClass(client, { entry: 'storm lantern' })).status).toBe(429);
});

it('a class is opened with an invitation only, where the instance wants one', async () => {
  server = await startServer({ ...content, CLASS_CREATION: 'invited' });
  const client = makeClient(server.origin);
  expect((await client.get('/teach/new?bank=storm')).body).toContain('Your invitation');
  const refused = await postClass(client, { entry: 'none' });
  expect(refused.status).toBe(403);
  expect(refused.body).toContain('Invitation: this code opens no class here');
});

it('an address that a proxy names is the one whose guesses are counted', async () => {
  server = await startServer({ ...content, ADDRESS_HEADER: 'X-Real-IP' });
  const client = makeClient(server.origin);
  const guess = (address: string) =>
    client.post('/teach/recover', { code: 'wrong' }, { 'x-real-ip': address });
  for (let count = 0; count < 300; count += 1) await guess('192.0.2.1');
  const [slow, quick] = [guess('192.0.2.1'), guess('192.0.2.2')];
  expect(await Promise.race([slow.then(() => 'slow'), quick.then(() => 'quick')])).toBe('quick');
  await slow;
});
