import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stormContent, stormItems } from '../browser/storm.ts';
import { anyAnswer } from './client.ts';
import {
  askFrame,
  attemptOf,
  carriedIn,
  formAddress,
  nextAddress,
  openFrame,
  playFrame,
  toldBy,
} from './frame-client.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ CONTENT_DIR: stormContent });
});
afterAll(() => server.stop());

describe('a quiz in a frame', () => {
  it('is played to its end by a token alone, and sets no cookie', async () => {
    const { frame, page } = await openFrame(server.origin, '/embed/storm?pass=1');
    const pages = await playFrame(frame, page);
    expect(pages).toHaveLength(2 * stormItems.length);
    const answered = pages.flatMap(toldBy).filter((message) => message?.type === 'answered');
    expect(answered.map((message) => message?.item)).toEqual(stormItems.map(({ id }) => id));
    const [last] = toldBy(pages.at(-1) ?? '').filter((message) => message?.type === 'completed');
    // Where each question is answered by what comes first, chance decides how many are right.
    const passed = Number(last?.type === 'completed' && last.points) > 0;
    expect(last).toMatchObject({ passed, maxPoints: stormItems.length + 1 });
    expect(pages.at(-1)).toContain(`${passed ? 'Passed' : 'Not passed'}: you have `);
    expect(pages.at(-1)).toContain('and the pass mark is 1%');
  });

  it('stores nothing before its first answer', async () => {
    const { frame, page } = await openFrame(server.origin);
    const attempt = attemptOf(formAddress(page));
    expect((await frame.get(attempt)).status).toBe(404);
    const refused = await frame.post(formAddress(page), { version: '1' });
    expect(refused.status).toBe(400);
    expect(refused.body).toContain('Choose an answer first');
    expect((await frame.get(attempt)).status).toBe(404);
    expect((await frame.post(formAddress(refused.body), anyAnswer(page))).status).toBe(200);
    expect((await frame.get(attempt)).status).toBe(200);
  });

  it('goes on where it was, for the same token', async () => {
    const { frame, page } = await openFrame(server.origin, '/embed/storm?items=schools,hurt');
    await frame.post(formAddress(page), anyAnswer(page));
    const again = await frame.get('/embed/storm?items=schools,hurt&theme=dark');
    expect(again.body).toContain('Question 2 of 2');
    const other = await frame.get('/embed/storm?items=hurt,schools');
    expect(other.body).toContain('Question 1 of 2');
    expect(carriedIn(again.body)).toBe('');
  });

  it('has one attempt of two first answers that race, where one stands', async () => {
    const { frame, page } = await openFrame(server.origin);
    const posts = ['1', '2'].map((choice) =>
      frame.post(formAddress(page), { version: '1', choice }),
    );
    const statuses = (await Promise.all(posts)).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 409]);
  });

  it('begins anew after its end, and comes back to the newest attempt', async () => {
    const path = '/embed/storm?items=repairs&pass=100';
    const { frame, page } = await openFrame(server.origin, path);
    const form = formAddress(page);
    await playFrame(frame, page);
    expect((await frame.get(path)).body).toContain('the pass mark is 100%');
    const next = await frame.post(`${attemptOf(form)}?/again&items=repairs&pass=100`, {});
    expect(next.status).toBe(303);
    expect(next.location).toMatch(/^\/embed\/attempts\/att_\w+\?.*pass=100/);
    expect((await frame.get(path)).body).toContain('Question 1 of 1');
    expect((await frame.post(`${attemptOf(next.location ?? '')}?/again`, {})).status).toBe(404);
  });

  it('draws and orders its items as the address says, and keeps them', async () => {
    const path = '/embed/storm?draw=4&order=shuffled';
    const { frame, page } = await openFrame(server.origin, path);
    expect(page).toContain('Question 1 of 4');
    const pages = await playFrame(frame, page);
    const played = pages.flatMap(toldBy).filter((message) => message?.type === 'answered');
    expect(new Set(played.map((message) => message?.item)).size).toBe(4);
    expect((await openFrame(server.origin, `${path}&as=${frame.token}`)).page).toContain(
      'fully right',
    );
  });
});

describe('without script', () => {
  it('forms and links carry the secret and the options to the end', async () => {
    let { body } = await askFrame(server.origin, '/embed/storm?items=repairs,schools&pass=50');
    const secret = carriedIn(body);
    const headers = {
      origin: server.origin,
      accept: 'text/html',
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    };
    for (let left = 2; left > 0; left -= 1) {
      const form = new URLSearchParams(anyAnswer(body)).toString();
      const address = `${formAddress(body)}&as=${secret}`;
      const reply = await askFrame(server.origin, address, { method: 'POST', body: form, headers });
      expect(reply.status).toBe(303);
      expect(reply.location).toContain(`as=${secret}`);
      expect(reply.location).toMatch(/#verdict$/);
      const reveal = await askFrame(server.origin, reply.location ?? '');
      ({ body } = await askFrame(server.origin, nextAddress(reveal.body)));
    }
    expect(body).toMatch(/[Pp]assed: you have \d+%, and the pass mark is 50%/);
  });
});
