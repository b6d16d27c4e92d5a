import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeClient, type Reply } from '../http/client.ts';
import {
  badLaunches,
  claimsIn,
  goodLaunch,
  postLaunch,
  withToken,
  type Trial,
} from './bad-launches.ts';
import { fromPlatform, register, signIn, startTool, type Tool } from './launching.ts';
import { makeKeyPair, signClaims } from './platform-keys.ts';
import { startPlatform, userOf, type Platform } from './platform.ts';

let tool: Tool;
let platform: Platform;
let other: Platform;
beforeAll(async () => {
  tool = await startTool();
  platform = await startPlatform({ isStrict: true, deploymentId: '1' });
  other = await startPlatform({ deploymentId: '1' });
  for (const each of [platform, other]) expect((await register(tool, each)).status).toBe(200);
});
afterAll(async () => {
  await tool.stop();
  await platform.close();
  await other.close();
});

const trial = (): Trial => ({ tool, platform, other });

/** What a launch might have stored: everything but what is remembered between two requests. */
function counted(): Record<string, unknown> {
  const database = new DatabaseSync(join(tool.dataDir, 'verbatim.db'), { readOnly: true });
  const tables = ['class', 'learner', 'assignment', 'attempt', 'device', 'delivery', 'instructor'];
  const all = [...tables, 'lti_context', 'lti_link', 'lti_user', 'lti_seat', 'lti_deployment'];
  const rows = all.map((name) => [name, database.prepare(`select count(*) n from ${name}`).get()]);
  database.close();
  return Object.fromEntries(rows) as Record<string, unknown>;
}

/** The reason that a refusal gives, and its words. */
function saidIn({ body }: Reply): { readonly code: string; readonly words: string } {
  const text = (pattern: RegExp) => pattern.exec(body)?.[1] ?? '';
  return {
    code: text(/<dd[^>]*><code[^>]*>([^<]*)/),
    words: text(/<h1[^>]*>This can’t be opened<\/h1>\s*<p[^>]*>([^<]*)/),
  };
}

describe('a launch', () => {
  let before: Record<string, unknown>;
  beforeEach(() => {
    before = counted();
  });

  it.each(badLaunches)(
    '%s is refused in words of its own (%s), and nothing is stored',
    async (_name, code, send) => {
      const reply = await send(trial());
      const said = saidIn(reply);
      expect([reply.status >= 400 && reply.status < 500, said.code]).toEqual([true, code]);
      expect(said.words).not.toBe('');
      expect(reply.body).toContain('For the administrator of the learning platform');
      // Nothing that opens anything is told to whoever reads the page.
      expect(reply.body).not.toMatch(/eyJ[\w-]+\.|[\w-]{43}/);
      expect(counted()).toEqual(before);
    },
  );

  it('has words for each of these reasons that no other has', async () => {
    const words = new Map<string, Set<string>>();
    for (const [, code, send] of badLaunches) {
      const said = saidIn(await send(trial()));
      words.set(code, (words.get(code) ?? new Set()).add(said.words));
    }
    expect(words.size).toBeGreaterThanOrEqual(16);
    const all = [...words.values()].flatMap((each) => [...each]);
    expect(all).toHaveLength(words.size);
    expect(new Set(all).size).toBe(words.size);
  });
});

describe('a login', () => {
  const login = (change: Readonly<Record<string, string | null>>) => {
    const query = platform.offer(goodLaunch(trial()));
    for (const [name, value] of Object.entries(change)) {
      if (value === null) query.delete(name);
      else query.set(name, value);
    }
    return makeClient(tool.origin).get(`/lti/login?${String(query)}`);
  };

  it.each([
    ['without an issuer', 'login-issuer', { iss: null }],
    ['of an unknown issuer', 'platform-unknown', { iss: 'https://elsewhere.example' }],
    ['of an unknown client', 'platform-unknown', { client_id: 'another' }],
    ['of nobody', 'hint', { login_hint: null }],
    ['to another site', 'login-target', { target_link_uri: 'https://elsewhere.example/' }],
  ])('%s is refused (%s)', async (_name, code, change) => {
    const reply = await login(change);
    expect([reply.status, saidIn(reply).code]).toEqual([403, code]);
  });

  it('is taken by GET and by POST, from the platform’s page', async () => {
    const form = Object.fromEntries(platform.offer(goodLaunch(trial())));
    const client = makeClient(tool.origin);
    const posted = await client.post('/lti/login', form, fromPlatform(platform));
    expect([posted.status, posted.location]).toEqual([302, expect.stringContaining('/auth?')]);
    const got = await client.get(`/lti/login?${new URLSearchParams(form).toString()}`);
    expect(got.status).toBe(302);
    expect(got.headers).toMatch(
      /set-cookie: verbatim-lti-\w+=[\w-]{43};.*HttpOnly; Secure; Partitioned; SameSite=None/,
    );
  });
});

describe('what is remembered of a launch', () => {
  it('is used by one of ten who post it at once', async () => {
    const posted = await signIn(tool, platform, { ...goodLaunch(trial()), user: userOf(9) });
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => postLaunch(trial(), posted)),
    );
    expect(replies.filter(({ status }) => status === 303)).toHaveLength(1);
    const used = replies.filter((reply) => saidIn(reply).code === 'state-used');
    expect(used).toHaveLength(9);
  });
});

describe('keys of a platform', () => {
  it('are fetched anew for an unknown one, and not each time that it is tried', async () => {
    const before = platform.keyFetches();
    for (let count = 0; count < 5; count += 1) {
      await withToken(trial(), async (token) => signClaims(await makeKeyPair(), claimsIn(token)));
    }
    expect(platform.keyFetches() - before).toBeLessThanOrEqual(2);
  });
});
