import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeOwnerSecret } from '../../src/lib/server/owner.ts';
import { makeClient } from './client.ts';
import { startServer, type TestServer } from './server.ts';

/** The project's own content: explainers are compiled into the build. */
let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const bank = '/banks/qwen-lead-steps-down';

it('a secret in an address is never put into a cookie', async () => {
  const stranger = makeClient(server.origin);
  const secret = makeOwnerSecret();
  const started = await stranger.post(`${bank}?/start&as=${secret}`, {});
  expect(started.location).toContain(`as=${secret}`);
  expect(stranger.cookies()).toBe('');
});

it('taking a secret out of an address leads to no other host', async () => {
  const client = makeClient(server.origin);
  await client.post(`${bank}?/start`, {});
  expect(client.cookies()).not.toBe('');
  const reply = await client.get(`/.//elsewhere.example/x?as=${makeOwnerSecret()}`);
  expect(reply.status).toBe(303);
  expect(reply.location).toBe('/elsewhere.example/x');
});

it('a first answer that the script sends from an explainer puts no secret into links', async () => {
  const client = makeClient(server.origin);
  const path = '/explainers/what-happened-at-qwen';
  const { body } = await client.get(path);
  const [, form = ''] = /<form[^>]*(action="\?\/answer.*?)<\/form>/s.exec(body) ?? [];
  const [, action = ''] = /action="([^"#]*)/.exec(form) ?? [];
  const [, version = ''] = /name="version" value="(\d+)"/.exec(form) ?? [];
  const address = `${path}${action.replaceAll('&amp;', '&')}`;
  const refused = await client.post(address, { version }, { 'x-enhance': '1' });
  expect(refused.status).toBe(400);
  expect(client.cookies()).toBe('');
  const [, name = '', value = ''] = /type="radio" name="(\w+)" value="([\w-]+)"/.exec(form) ?? [];
  const answered = await client.post(address, { version, [name]: value }, { 'x-enhance': '1' });
  expect(answered.status).toBe(200);
  expect(answered.body).toContain('-verdict"');
  expect(client.cookies()).toMatch(/^verbatim=/);
  expect(answered.body).not.toMatch(/[?;&]as=/);
});
