import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOwnerSecret } from '../../src/lib/server/owner.ts';
import { stormContent } from '../browser/storm.ts';
import { anyAnswer, makeClient, openQuestion, startAttempt } from './client.ts';
import { askFrame, attemptOf, formAddress, openFrame } from './frame-client.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ CONTENT_DIR: stormContent });
});
afterAll(() => server.stop());

describe('cookies', () => {
  it('make nobody anybody in a frame, and are not set there', async () => {
    const client = makeClient(server.origin);
    const attempt = await startAttempt(client);
    const question = await openQuestion(client, attempt);
    const before = client.cookies();
    expect(before).not.toBe('');
    for (const path of [attempt, question]) {
      expect((await client.get(path)).status).not.toBe(404);
      expect((await client.get(`/embed${path}`)).status).toBe(404);
      expect((await client.get(`/%65mbed${path}`)).status).toBe(404);
    }
    const page = await client.get('/embed/storm');
    expect(page.headers).not.toContain('set-cookie');
    const posted = await client.post(formAddress(page.body), anyAnswer(page.body));
    expect(posted.status).toBe(404);
    expect(posted.headers).not.toContain('set-cookie');
    expect(client.cookies()).toBe(before);
  });

  it('and tokens open nothing of the site itself', async () => {
    const { frame, page } = await openFrame(server.origin);
    await frame.post(formAddress(page), anyAnswer(page));
    const attempt = attemptOf(formAddress(page));
    expect((await frame.get(attempt)).status).toBe(200);
    expect((await frame.get(attempt.replace('/embed', ''))).status).toBe(404);
  });
});

describe('an attempt in a frame', () => {
  it.each<[string, (token: string) => Record<string, string>]>([
    ['nobody’s', () => ({})],
    ['another’s', () => ({ authorization: `Bearer ${makeOwnerSecret()}` })],
    ['a broken token’s', (token) => ({ authorization: `Bearer ${token.slice(1)}` })],
    ['another scheme’s', (token) => ({ authorization: `Basic ${token}` })],
  ])('is not there where the request is %s', async (_name, headersOf) => {
    const { frame, page } = await openFrame(server.origin);
    const form = formAddress(page);
    await frame.post(form, anyAnswer(page));
    const attempt = attemptOf(form);
    const headers = headersOf(frame.token);
    const item = form.split('?')[0] ?? '';
    for (const path of [attempt, item, `${item}?bank=storm`]) {
      expect((await askFrame(server.origin, path, { headers })).status).toBe(404);
    }
  });
});

describe('a request from elsewhere', () => {
  const sealed = { origin: 'null', 'sec-fetch-site': 'cross-site' };
  const type = { 'content-type': 'application/x-www-form-urlencoded' };

  it.each<[string, string]>([
    ['of the site', '/banks/storm?/start'],
    ['of a class', '/teach/new?/open'],
    ['of the record', '/my-record?/erase'],
    ['beside the frame’s', '/embed'],
    ['by a path that climbs', '/embed/../teach/new?/open'],
    ['by an encoded path that climbs', '/embed/%2e%2e/teach/new?/open'],
    ['by a path with the other slash', '/embed\\..\\teach/new?/open'],
    ['by a path like the frame’s', '/embedded/storm?/answer'],
    ['the frame’s script', '/embed.js'],
  ])('with a token opens no form %s', async (_name, path) => {
    const headers = { ...sealed, ...type, authorization: `Bearer ${makeOwnerSecret()}` };
    // Not by fetch, which would tidy the path up before it is sent.
    const reply = await sendRaw(server.origin, path, headers);
    expect(reply).toMatch(/^HTTP\/1\.1 403 /);
    expect(reply).toContain('nothing was stored');
    expect(reply.toLowerCase()).not.toContain('set-cookie');
  });

  it.each<[string, Record<string, string>]>([
    ['without a token', {}],
    ['with a broken token', { authorization: 'Bearer short' }],
    ['with another scheme', { authorization: `Basic ${'a'.repeat(43)}` }],
    ['with the secret in its address alone', { 'x-enhance': '1' }],
  ])('%s is refused in a frame too', async (_name, more) => {
    const { frame, page } = await openFrame(server.origin);
    const address = `${formAddress(page)}&as=${frame.token}`;
    const reply = await askFrame(server.origin, address, {
      method: 'POST',
      headers: { ...sealed, ...type, ...more },
      body: new URLSearchParams(anyAnswer(page)).toString(),
    });
    expect(reply.status).toBe(403);
    expect((await frame.get(attemptOf(formAddress(page)))).status).toBe(404);
  });

  it('is answered before a script sends a token, and told no more than that', async () => {
    const asking = {
      ...sealed,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,x-enhance',
    };
    const { headers, status } = await askFrame(server.origin, '/embed/storm', {
      method: 'OPTIONS',
      headers: asking,
    });
    expect(status).toBe(204);
    const told = [...headers].filter(([name]) => name.startsWith('access-control'));
    expect(Object.fromEntries(told)).toEqual({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'authorization, x-enhance',
      'access-control-max-age': '86400',
    });
    for (const path of ['/', '/banks/storm', '/teach/new', '/embed.js']) {
      const init = { method: 'OPTIONS', headers: asking };
      expect((await askFrame(server.origin, path, init)).status).toBe(403);
    }
  });

  it('may read nothing of the site', async () => {
    for (const path of ['/', '/banks/storm', '/my-record', '/teach']) {
      const { headers } = await askFrame(server.origin, path, { headers: sealed });
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    }
  });

  it('with a body that is no form, or too long, changes nothing and is told why', async () => {
    const { page, frame } = await openFrame(server.origin);
    const headers = { ...sealed, authorization: `Bearer ${frame.token}` };
    const send = (body: string, contentType: string) =>
      askFrame(server.origin, formAddress(page), {
        method: 'POST',
        headers: { ...headers, 'content-type': contentType },
        body,
      });
    expect((await send('{"choice":"1"}', 'application/json')).status).toBe(415);
    expect((await send(`choice=${'1'.repeat(65_600)}`, type['content-type'])).status).toBe(413);
    expect((await frame.get(attemptOf(formAddress(page)))).status).toBe(404);
  });
});

/** Sends a post with its path as it is; resolves to all that comes back. */
function sendRaw(
  origin: string,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<string> {
  const { host, hostname, port } = new URL(origin);
  const lines = Object.entries({ host, 'content-length': '3', ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\na=b`);
    });
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
}

it('the data of a page tell no secret', async () => {
  const { body } = await askFrame(server.origin, '/embed/storm/__data.json');
  expect(body).toContain('repairs');
  expect(body).not.toMatch(/[\w-]{43}/);
});
