import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anyAnswer, makeClient, openQuestion, startAttempt, type Client } from './client.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
let client: Client;
let attempt: string;
let question: string;
let page: string;

beforeAll(async () => {
  server = await startServer({ CONTENT_DIR: 'tests/fixtures/storm' });
});
afterAll(() => server.stop());
beforeEach(async () => {
  client = makeClient(server.origin);
  attempt = await startAttempt(client);
  question = await openQuestion(client, attempt);
  page = (await client.get(question)).body;
});

/** True while the first question waits for its answer. */
async function isUntouched(): Promise<boolean> {
  return (await openQuestion(client, attempt)).endsWith('/items/repairs');
}

describe('an address that leads nowhere', () => {
  it.each([
    ['an unknown page', '/nowhere', 'There is no page at this address'],
    ['an unknown bank', '/banks/thunder', 'No quiz of this name is open here'],
    ['a bank that is no slug', '/banks/..%2f..%2fetc', 'No quiz of this name is open here'],
    ['a bank called like a built-in', '/banks/constructor', 'No quiz of this name is open here'],
    ['an unknown attempt', `/attempts/att_${'a'.repeat(26)}`, 'This attempt is not on this device'],
    ['an attempt that is no id', '/attempts/1', 'This attempt is not on this device'],
    [
      'a question of an unknown attempt',
      `/attempts/att_${'a'.repeat(26)}/items/repairs`,
      'not part of an attempt on this device',
    ],
  ])('is a 404 that says what to do: %s', async (_name, path, words) => {
    const reply = await client.get(path);
    expect(reply.status).toBe(404);
    expect(reply.body).toContain(words);
    expect(reply.body).toContain('To the front page');
  });

  it('is a 404 for an unknown item of an own attempt', async () => {
    expect((await client.get(`${attempt}/items/thunder`)).status).toBe(404);
  });

  it('is a 404 for somebody else’s attempt, page, answer and retry alike', async () => {
    const stranger = makeClient(server.origin);
    await startAttempt(stranger);
    expect((await stranger.get(attempt)).status).toBe(404);
    expect((await stranger.get(question)).status).toBe(404);
    expect((await stranger.post(`${question}?/answer`, anyAnswer(page))).status).toBe(404);
    expect((await stranger.post(`${attempt}?/retry`, {})).status).toBe(404);
    expect(await isUntouched()).toBe(true);
  });
});

describe('an attempt', () => {
  it('begins by a POST only', async () => {
    const reply = await client.get('/banks/storm?/start');
    expect(reply.status).toBe(200);
    expect(reply.body).toContain('Continue: 0 of 11 answered');
  });

  it('is not started at a bank that does not exist', async () => {
    expect((await client.post('/banks/thunder?/start', {})).status).toBe(404);
  });

  it('can’t be retried before it is finished', async () => {
    const reply = await client.post(`${attempt}?/retry`, {});
    expect(reply.status).toBe(404);
    expect(reply.body).toContain('There is nothing to answer again here');
  });
});

describe('an answer that can’t be taken changes nothing and says why', () => {
  const version = '1';
  it.each<[string, Record<string, string>, number, string]>([
    ['empty', { version }, 400, 'Choose an answer first'],
    ['a choice that was not offered', { version, choice: '9' }, 400, 'not one of this question'],
    ['an authored id', { version, choice: 'b' }, 400, 'not one of this question'],
    ['a field too many', { version, choice: '1', key: '1' }, 400, 'a field that this question'],
    ['a prototype’s name', { version, __proto__x: '1' }, 400, 'a field that this question'],
    ['no version', { choice: '1' }, 409, 'revised while it was open'],
    ['another version', { version: '99', choice: '1' }, 409, 'revised while it was open'],
  ])('%s', async (_name, form, status, words) => {
    const reply = await client.post(`${question}?/answer`, form);
    expect(reply.status).toBe(status);
    expect(reply.body).toContain(words);
    expect(await isUntouched()).toBe(true);
  });

  it('two choices where one is right', async () => {
    const reply = await client.post(`${question}?/answer`, 'version=1&choice=1&choice=2');
    expect(reply.status).toBe(400);
    expect(await isUntouched()).toBe(true);
  });

  it('a body that is no form', async () => {
    const json = { 'content-type': 'application/json' };
    const reply = await client.post(`${question}?/answer`, '{"choice":"1"}', json);
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(reply.status).toBeLessThan(500);
    expect(await isUntouched()).toBe(true);
  });

  it('a file', async () => {
    const body =
      '--b\r\nContent-Disposition: form-data; name="choice"; filename="a"\r\n\r\n1\r\n--b--\r\n';
    const type = { 'content-type': 'multipart/form-data; boundary=b' };
    const reply = await client.post(`${question}?/answer`, body, type);
    expect(reply.status).toBe(400);
    expect(reply.body).toContain('not a form that the quiz sends');
    expect(await isUntouched()).toBe(true);
  });

  it('more than 64 kB', async () => {
    const reply = await client.post(`${question}?/answer`, `choice=${'1'.repeat(65_600)}`);
    expect(reply.status).toBe(413);
    expect(reply.body).toContain('nothing was stored');
    expect(await isUntouched()).toBe(true);
  });

  it('a body that does not say its length', async () => {
    const { hostname, port } = new URL(server.origin);
    const reply = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          `POST ${question}?/answer HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${server.origin}\r\nTransfer-Encoding: chunked\r\n\r\n8\r\nchoice=1\r\n0\r\n\r\n`,
        );
      });
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('end', () => resolve(text));
      socket.on('error', reject);
    });
    expect(reply).toMatch(/^HTTP\/1\.1 411 /);
    expect(reply).toContain('Nothing was stored');
  });

  it('an answer to a question that has not been reached', async () => {
    const later = question.replace('repairs', 'schools');
    const reply = await client.post(`${later}?/answer`, { version, verdict: 'refuted' });
    expect(reply.status).toBe(409);
    expect(reply.body).toContain('not been reached yet');
    expect((await client.get(later)).location).toBe(question);
    expect(await isUntouched()).toBe(true);
  });

  it('a replay: the first answer stands and is shown', async () => {
    const first = await client.post(`${question}?/answer`, { version, choice: '1' });
    expect([first.status, first.location]).toEqual([303, `${question}#verdict`]);
    const before = (await client.get(question)).body;
    const again = await client.post(`${question}?/answer`, { version, choice: '2' });
    expect(again.status).toBe(409);
    expect(again.body).toContain('The first answer stands');
    expect(again.body).toContain('id="verdict"');
    const sentence = (body: string) =>
      /id="verdict"[^>]*>(.*?)<\/h2>/s.exec(body)?.[1]?.replace(/<[^>]*>/g, '');
    expect(sentence(before)).toContain('“Until Tuesday”');
    expect(sentence(again.body)).toBe(sentence(before));
  });

  it('a report without words, and one before the answer', async () => {
    expect((await client.post(`${question}?/report`, { comment: 'x' })).status).toBe(404);
    await client.post(`${question}?/answer`, { version, choice: '1' });
    const reply = await client.post(`${question}?/report`, { comment: '  ' });
    expect(reply.status).toBe(400);
    expect(reply.body).toContain('Say in a few words');
    const long = await client.post(`${question}?/report`, { comment: 'x'.repeat(2001) });
    expect(long.body).toContain('longer than 2000 characters');
  });
});

describe('a request from elsewhere', () => {
  it.each<[string, Record<string, string>]>([
    ['another site’s origin', { origin: 'https://elsewhere.example' }],
    ['no origin at all', { origin: '' }],
    ['a null origin', { origin: 'null' }],
    ['a cross-site fetch', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling site', { 'sec-fetch-site': 'same-site' }],
  ])('is refused: %s', async (_name, headers) => {
    const reply = await client.post(`${question}?/answer`, { version: '1', choice: '1' }, headers);
    expect(reply.status).toBe(403);
    expect(reply.body).toContain('nothing was stored');
    expect(await isUntouched()).toBe(true);
  });

  it('is refused by method', async () => {
    const response = await fetch(server.origin, {
      method: 'PUT',
      headers: { origin: server.origin },
    });
    expect(response.status).toBe(405);
  });
});

describe('every response', () => {
  it.each(['/', '/nowhere', '/mark.svg', '/_app/version.json', '/banks/storm'])(
    'carries the protecting headers: %s',
    async (path) => {
      const { headers } = await client.get(path);
      expect(headers).toContain('x-content-type-options: nosniff');
      expect(headers).toContain('referrer-policy: same-origin');
      expect(headers).toContain('x-frame-options: DENY');
      expect(headers).toMatch(/content-security-policy: .*default-src 'none'/);
      expect(headers).toMatch(/content-security-policy: .*frame-ancestors 'none'/);
      expect(headers).toContain('cross-origin-opener-policy: same-origin');
    },
  );

  it('is kept by no cache where it is a page of an attempt', async () => {
    expect((await client.get(question)).headers).toContain('cache-control: no-store');
  });
});
