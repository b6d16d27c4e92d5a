import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { exportSPKI, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeClient, type Reply } from '../http/client.ts';
import type { Launch } from './launch-claims.ts';
import { fromPlatform, register, signIn, startTool, type Posted, type Tool } from './launching.ts';
import { makeKeyPair, signClaims } from './platform-keys.ts';
import { startPlatform, userOf, type Platform } from './platform.ts';

const lti = (name: string) => `https://purl.imsglobal.org/spec/lti/claim/${name}`;
const nowS = () => Math.floor(Date.now() / 1000);

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

const good = (claims: Readonly<Record<string, unknown>> = {}): Launch => ({
  user: userOf(3),
  target: `${tool.origin}/lti/launch?bank=storm`,
  claims,
});

/** What a launch might have stored: everything but what is remembered between two requests. */
function counted(): Record<string, unknown> {
  const database = new DatabaseSync(join(tool.dataDir, 'verbatim.db'), { readOnly: true });
  const tables = ['class', 'learner', 'assignment', 'attempt', 'device', 'delivery', 'instructor'];
  const all = [...tables, 'lti_context', 'lti_link', 'lti_user', 'lti_seat', 'lti_deployment'];
  const rows = all.map((name) => [name, database.prepare(`select count(*) n from ${name}`).get()]);
  database.close();
  return Object.fromEntries(rows) as Record<string, unknown>;
}

function inDatabase(statement: string): void {
  const database = new DatabaseSync(join(tool.dataDir, 'verbatim.db'));
  database.exec('pragma busy_timeout = 2000');
  database.exec(statement);
  database.close();
}

const post = ({ browser, form }: Posted) =>
  browser.post('/lti/launch', form, fromPlatform(platform));

/** The reason that a refusal gives, and its words. */
function saidIn({ body }: Reply): { readonly code: string; readonly words: string } {
  const text = (pattern: RegExp) => pattern.exec(body)?.[1] ?? '';
  return {
    code: text(/<dd[^>]*><code[^>]*>([^<]*)/),
    words: text(/<h1[^>]*>This can’t be opened<\/h1>\s*<p[^>]*>([^<]*)/),
  };
}

/** A token with its parts put in other ones’ places. */
const partsOf = (token: string) => token.split('.') as [string, string, string];
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const claimsIn = (token: string) =>
  JSON.parse(Buffer.from(partsOf(token)[1], 'base64url').toString()) as Record<string, unknown>;

async function withToken(change: (token: string) => string | Promise<string>): Promise<Reply> {
  const posted = await signIn(tool, platform, good());
  const token = await change(posted.form['id_token'] ?? '');
  return post({ ...posted, form: { ...posted.form, id_token: token } });
}

const withClaims = (claims: Readonly<Record<string, unknown>>) => async () =>
  post(await signIn(tool, platform, good(claims)));

const bad: readonly (readonly [string, string, () => Promise<Reply>])[] = [
  [
    'without a state',
    'form',
    async () => {
      const { browser, form } = await signIn(tool, platform, good());
      return post({ browser, form: { id_token: form['id_token'] ?? '' } });
    },
  ],
  [
    'without a token',
    'form',
    async () => {
      const { browser, form } = await signIn(tool, platform, good());
      return post({ browser, form: { state: form['state'] ?? '' } });
    },
  ],
  [
    'as JSON',
    'form',
    async () => {
      const { browser, form } = await signIn(tool, platform, good());
      const headers = { ...fromPlatform(platform), 'content-type': 'application/json' };
      return browser.post('/lti/launch', JSON.stringify(form), headers);
    },
  ],
  [
    'with a state that nobody began',
    'state-unknown',
    async () => {
      const posted = await signIn(tool, platform, good());
      return post({ ...posted, form: { ...posted.form, state: 'x'.repeat(43) } });
    },
  ],
  [
    'that was used before',
    'state-used',
    async () => {
      // Its platform’s keys are unknown to it, so that the first post stores nothing either.
      const posted = await signIn(tool, platform, good({ [lti('version')]: '1.1' }));
      await post(posted);
      return post(posted);
    },
  ],
  [
    'whose sign-in took too long',
    'state-expired',
    async () => {
      const posted = await signIn(tool, platform, good());
      inDatabase("update lti_pass set payload = json_set(payload, '$.untilMs', 1)");
      return post(posted);
    },
  ],
  ['that is no token', 'token', () => withToken(() => 'not.a.token')],
  [
    'without a signature (alg none)',
    'algorithm',
    () => withToken((token) => `${encoded({ alg: 'none' })}.${partsOf(token)[1]}.`),
  ],
  [
    'signed by the public key as if it were a secret (HS256)',
    'algorithm',
    () =>
      withToken(async (token) => {
        const [key] = platform.keys();
        const secret = new TextEncoder().encode(JSON.stringify(key?.publicJwk));
        return new SignJWT(claimsIn(token))
          .setProtectedHeader({ alg: 'HS256', kid: key?.kid ?? '' })
          .sign(secret);
      }),
  ],
  [
    'whose claims were changed after signing',
    'signature',
    () =>
      withToken((token) => {
        const [header, , signature] = partsOf(token);
        return `${header}.${encoded({ ...claimsIn(token), sub: '4' })}.${signature}`;
      }),
  ],
  [
    'signed by somebody else under a known name',
    'signature',
    () =>
      withToken(async (token) => {
        const { privateKey } = await makeKeyPair();
        return signClaims({ kid: platform.keys()[0]?.kid ?? '', privateKey }, claimsIn(token));
      }),
  ],
  [
    'signed with a key that is not published',
    'key',
    () => withToken(async (token) => signClaims(await makeKeyPair(), claimsIn(token))),
  ],
  [
    'that names no key',
    'key',
    () =>
      withToken((token) => {
        const [, payload, signature] = partsOf(token);
        return `${encoded({ alg: 'RS256' })}.${payload}.${signature}`;
      }),
  ],
  ['from another issuer', 'issuer', withClaims({ iss: 'https://elsewhere.example' })],
  ['for another tool', 'audience', withClaims({ aud: 'another', azp: 'another' })],
  ['that names no tool', 'audience', withClaims({ aud: undefined })],
  ['made for another of two', 'authorised-party', withClaims({ azp: 'another' })],
  [
    'for two tools, of which it says not which',
    'authorised-party',
    withClaims({ aud: ['client-1', 'another'], azp: undefined }),
  ],
  ['with another nonce', 'nonce', withClaims({ nonce: 'another' })],
  ['without a nonce', 'nonce', withClaims({ nonce: undefined })],
  ['that has expired', 'expired', withClaims({ exp: nowS() - 120, iat: nowS() - 420 })],
  ['that is issued in the future', 'future', withClaims({ iat: nowS() + 600, exp: nowS() + 900 })],
  ['that never expires', 'claims', withClaims({ exp: undefined })],
  ['of another version', 'version', withClaims({ [lti('version')]: 'LTI-1p0' })],
  [
    'of an unknown kind',
    'message-type',
    withClaims({ [lti('message_type')]: 'LtiSubmissionReview' }),
  ],
  ['from an unknown deployment', 'deployment', withClaims({ [lti('deployment_id')]: '99' })],
  ['without a deployment', 'claims', withClaims({ [lti('deployment_id')]: undefined })],
  ['without roles', 'claims', withClaims({ [lti('roles')]: undefined })],
  ['without a link', 'claims', withClaims({ [lti('resource_link')]: undefined })],
  [
    'to an address of another site',
    'target',
    withClaims({ [lti('target_link_uri')]: 'https://elsewhere.example/lti/launch?bank=storm' }),
  ],
  [
    'to an address that is not registered',
    'target',
    async () =>
      post(
        await signIn(tool, platform, good({ [lti('target_link_uri')]: `${tool.origin}/teach` })),
      ),
  ],
  [
    'to no quiz',
    'bank',
    async () =>
      post(
        await signIn(
          tool,
          platform,
          good({ [lti('target_link_uri')]: `${tool.origin}/lti/launch?bank=thunder` }),
        ),
      ),
  ],
  [
    'of deep linking that takes no links',
    'accept',
    async () => {
      const settings = 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings';
      const claims = {
        [settings]: {
          deep_link_return_url: `${platform.origin}/deep-link-return`,
          accept_types: ['html'],
        },
      };
      return post(await signIn(tool, platform, { ...good(claims), isDeepLink: true }));
    },
  ],
  [
    'signed by another platform that is registered too',
    'key',
    () =>
      withToken(async (token) => {
        const [key] = other.keys();
        if (!key) throw new Error('A platform has a key');
        return signClaims(key, claimsIn(token));
      }),
  ],
  [
    'that the platform itself refused',
    'platform-error',
    async () => {
      const { browser, form } = await signIn(tool, platform, good());
      const error = { error: 'login_required', error_description: 'Not signed in' };
      return post({ browser, form: { state: form['state'] ?? '', ...error } });
    },
  ],
];

describe('a launch', () => {
  let before: Record<string, unknown>;
  beforeEach(() => {
    before = counted();
  });

  it.each(bad)(
    '%s is refused in words of its own (%s), and nothing is stored',
    async (_name, code, send) => {
      const reply = await send();
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
    for (const [, code, send] of bad) {
      const said = saidIn(await send());
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
    const query = platform.offer(good());
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
    const form = Object.fromEntries(platform.offer(good()));
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
    const posted = await signIn(tool, platform, { ...good(), user: userOf(9) });
    const replies = await Promise.all(Array.from({ length: 10 }, () => post(posted)));
    expect(replies.filter(({ status }) => status === 303)).toHaveLength(1);
    const used = replies.filter((reply) => saidIn(reply).code === 'state-used');
    expect(used).toHaveLength(9);
  });
});

describe('keys of a platform', () => {
  it('are fetched anew for an unknown one, once, however often it is tried', async () => {
    const before = platform.keyFetches();
    for (let count = 0; count < 5; count += 1) {
      await withToken(async (token) => signClaims(await makeKeyPair(), claimsIn(token)));
    }
    expect(platform.keyFetches() - before).toBeLessThanOrEqual(1);
  });
});
