import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeClient, type Client as Browser, type Reply } from '../http/client.ts';
import type { Launch } from './launch-claims.ts';
import {
  fieldsOf,
  fromPlatform,
  openQuiz,
  pathOf,
  register,
  signIn,
  startTool,
  type Tool,
} from './launching.ts';
import { startPlatform, userOf, type Platform } from './platform.ts';

let tool: Tool;
let moodle: Platform;
let canvas: Platform;
beforeAll(async () => {
  tool = await startTool();
  moodle = await startPlatform({ isMoodleLike: true, deploymentId: '1' });
  canvas = await startPlatform({ isCanvasLike: true });
  for (const each of [moodle, canvas]) expect((await register(tool, each)).status).toBe(200);
});
afterAll(async () => {
  await tool.stop();
  await moodle.close();
  await canvas.close();
});

const given = (): Launch => ({ user: userOf(3), target: `${tool.origin}/lti/launch?bank=storm` });

/** A launch that another browser posts than the one that began it: one that kept no cookie. */
async function launchWithoutCookie(platform: Platform, query?: URLSearchParams) {
  const browser = makeClient(tool.origin);
  const login = await browser.get(`/lti/login?${String(query ?? platform.offer(given()))}`);
  const link = /href="([^"]*)"[^>]*data-keep="([^"]*)"/.exec(login.body);
  const kept = link && (JSON.parse((link[2] ?? '').replaceAll('&quot;', '"')) as { value: string });
  const auth = login.location ?? link?.[1]?.replaceAll('&amp;', '&') ?? '';
  const form = fieldsOf(await (await fetch(auth)).text());
  const bare = makeClient(tool.origin);
  const reply = await bare.post('/lti/launch', form, fromPlatform(platform));
  return { bare, reply, secret: kept?.value ?? null };
}

const bind = (browser: Browser, pass: string, proof?: string): Promise<Reply> =>
  browser.post('/lti/bind', { pass, ...(proof !== undefined && { proof }) });

describe('a browser that kept no cookie', () => {
  it('is let in by the secret that the platform’s storage kept, once', async () => {
    const { bare, reply, secret } = await launchWithoutCookie(canvas);
    expect([reply.status, reply.location]).toEqual([200, null]);
    expect(reply.body).toContain('data-show="');
    const { pass = '' } = fieldsOf(reply.body, '/lti/bind');
    const bound = await bind(bare, pass, secret ?? '');
    expect((await openQuiz(tool, bound)).page).toContain('Question 1 of');
    expect((await bind(bare, pass, secret ?? '')).status).toBe(403);
  });

  it('is not let in by another secret, nor without one in a frame', async () => {
    for (const proof of ['x'.repeat(43), '', undefined]) {
      const { bare, reply } = await launchWithoutCookie(canvas);
      const { pass = '' } = fieldsOf(reply.body, '/lti/bind');
      const refused = await bind(bare, pass, proof);
      expect([refused.status, refused.body]).toEqual([
        403,
        expect.stringContaining('another browser than the one that began it'),
      ]);
    }
  });

  it('is offered a window of its own, where the login begins anew', async () => {
    const { reply } = await launchWithoutCookie(moodle);
    expect(reply.status).toBe(200);
    const [, again = ''] =
      /<a class="button[^"]*" href="(\/lti\/login\?[^"]*)" target="_blank"/.exec(reply.body) ?? [];
    expect(again).toContain('alone=1');
    const browser = makeClient(tool.origin);
    const login = await browser.get(again.replaceAll('&amp;', '&'));
    expect(login.status).toBe(302);
    const form = fieldsOf(await (await fetch(login.location ?? '')).text());
    const landed = await browser.post('/lti/launch', form, fromPlatform(moodle));
    expect((await openQuiz(tool, landed)).page).toContain('Question 1 of');
  });

  it('may say itself, in that window, where it comes from', async () => {
    const query = moodle.offer(given());
    query.set('alone', '1');
    const { bare, reply } = await launchWithoutCookie(moodle, query);
    expect(reply.body).toContain('Media studies');
    const { pass = '' } = fieldsOf(reply.body, '/lti/bind');
    const landed = await bind(bare, pass);
    expect(pathOf(landed.location)).toMatch(/^\/embed\/attempts\/att_/);
  });
});

describe('a browser that kept its cookie', () => {
  it('needs no storage, also where the platform has one', async () => {
    const { browser, form } = await signIn(tool, canvas, given());
    const landed = await browser.post('/lti/launch', form, fromPlatform(canvas));
    expect(landed.status).toBe(303);
  });

  it('launches two quizzes of one page at once', async () => {
    const browser = makeClient(tool.origin);
    const begin = async (link: string) => {
      const query = moodle.offer({ ...given(), link: { id: link, title: link } });
      const login = await browser.get(`/lti/login?${String(query)}`);
      return fieldsOf(await (await fetch(login.location ?? '')).text());
    };
    const forms = [await begin('one'), await begin('two')];
    for (const form of forms) {
      expect((await browser.post('/lti/launch', form, fromPlatform(moodle))).status).toBe(303);
    }
  });
});

describe('two schools', () => {
  it('are not mixed, whatever ids they have in common', async () => {
    const addresses = [];
    for (const platform of [moodle, canvas]) {
      const { browser, form } = await signIn(tool, platform, { ...given(), user: userOf(5) });
      const landed = await browser.post('/lti/launch', form, fromPlatform(platform));
      addresses.push((await openQuiz(tool, landed)).address.split('?')[0]);
    }
    expect(new Set(addresses).size).toBe(2);
  });

  it('of one issuer are told apart by their clients, and have to say which', async () => {
    await register(tool, canvas);
    const second = canvas.clients.at(-1);
    const query = canvas.offer(given(), second);
    query.delete('client_id');
    const unnamed = await makeClient(tool.origin).get(`/lti/login?${String(query)}`);
    expect([unnamed.status, unnamed.body]).toEqual([
      403,
      expect.stringContaining('several registrations'),
    ]);
    const attempts = [];
    for (const client of [canvas.clients[0], second]) {
      const { browser, form } = await signIn(tool, canvas, { ...given(), user: userOf(6) }, client);
      const landed = await browser.post('/lti/launch', form, fromPlatform(canvas));
      attempts.push((await openQuiz(tool, landed)).address.split('?')[0]);
    }
    expect(new Set(attempts).size).toBe(2);
  });
});
