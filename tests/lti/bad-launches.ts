import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { type Reply } from '../http/client.ts';
import type { Launch } from './launch-claims.ts';
import { fromPlatform, signIn, type Posted, type Tool } from './launching.ts';
import { makeKeyPair, signClaims } from './platform-keys.ts';
import { userOf, type Platform } from './platform.ts';

const lti = (name: string) => `https://purl.imsglobal.org/spec/lti/claim/${name}`;
const nowS = () => Math.floor(Date.now() / 1000);

/** Where bad launches are tried. */
export interface Trial {
  readonly tool: Tool;
  readonly platform: Platform;
  /** Another one, registered too. */
  readonly other: Platform;
}

/** A good launch, with other claims put over it. */
export const goodLaunch = (
  { tool }: Pick<Trial, 'tool'>,
  claims: Readonly<Record<string, unknown>> = {},
): Launch => ({
  user: userOf(3),
  target: `${tool.origin}/lti/launch?bank=storm`,
  claims,
});

function inDatabase(tool: Tool, statement: string): void {
  const database = new DatabaseSync(join(tool.dataDir, 'verbatim.db'));
  database.exec('pragma busy_timeout = 2000');
  database.exec(statement);
  database.close();
}

/** Posts a launch as the platform’s page does. */
export const postLaunch = ({ platform }: Pick<Trial, 'platform'>, { browser, form }: Posted) =>
  browser.post('/lti/launch', form, fromPlatform(platform));

/** A token with its parts put in other ones’ places. */
const partsOf = (token: string) => token.split('.') as [string, string, string];
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
/** What a token says. */
export const claimsIn = (token: string) =>
  JSON.parse(Buffer.from(partsOf(token)[1], 'base64url').toString()) as Record<string, unknown>;

/** Posts a good launch with another token in its place. */
export async function withToken(
  trial: Trial,
  change: (token: string) => string | Promise<string>,
): Promise<Reply> {
  const posted = await signIn(trial.tool, trial.platform, goodLaunch(trial));
  const token = await change(posted.form['id_token'] ?? '');
  return postLaunch(trial, { ...posted, form: { ...posted.form, id_token: token } });
}

const withClaims = (claims: Readonly<Record<string, unknown>>) => async (trial: Trial) =>
  postLaunch(trial, await signIn(trial.tool, trial.platform, goodLaunch(trial, claims)));

/** What is bad about each, by which code it is refused, and how it is sent. */
export const badLaunches: readonly (readonly [string, string, (trial: Trial) => Promise<Reply>])[] =
  [
    [
      'without a state',
      'form',
      async (trial) => {
        const { browser, form } = await signIn(trial.tool, trial.platform, goodLaunch(trial));
        return postLaunch(trial, { browser, form: { id_token: form['id_token'] ?? '' } });
      },
    ],
    [
      'without a token',
      'form',
      async (trial) => {
        const { browser, form } = await signIn(trial.tool, trial.platform, goodLaunch(trial));
        return postLaunch(trial, { browser, form: { state: form['state'] ?? '' } });
      },
    ],
    [
      'as JSON',
      'form',
      async (trial) => {
        const { browser, form } = await signIn(trial.tool, trial.platform, goodLaunch(trial));
        const headers = { ...fromPlatform(trial.platform), 'content-type': 'application/json' };
        return browser.post('/lti/launch', JSON.stringify(form), headers);
      },
    ],
    [
      'with a state that nobody began',
      'state-unknown',
      async (trial) => {
        const posted = await signIn(trial.tool, trial.platform, goodLaunch(trial));
        return postLaunch(trial, { ...posted, form: { ...posted.form, state: 'x'.repeat(43) } });
      },
    ],
    [
      'that was used before',
      'state-used',
      async (trial) => {
        // Its platform’s keys are unknown to it, so that the first post stores nothing either.
        const posted = await signIn(
          trial.tool,
          trial.platform,
          goodLaunch(trial, { [lti('version')]: '1.1' }),
        );
        await postLaunch(trial, posted);
        return postLaunch(trial, posted);
      },
    ],
    [
      'whose sign-in took too long',
      'state-expired',
      async (trial) => {
        const posted = await signIn(trial.tool, trial.platform, goodLaunch(trial));
        inDatabase(
          trial.tool,
          "update lti_pass set payload = json_set(payload, '$.untilMs', 1) where used_at is null",
        );
        return postLaunch(trial, posted);
      },
    ],
    ['that is no token', 'token', (trial) => withToken(trial, () => 'not.a.token')],
    [
      'without a signature (alg none)',
      'algorithm',
      (trial) => withToken(trial, (token) => `${encoded({ alg: 'none' })}.${partsOf(token)[1]}.`),
    ],
    [
      'signed by the public key as if it were a secret (HS256)',
      'algorithm',
      (trial) =>
        withToken(trial, async (token) => {
          const [key] = trial.platform.keys();
          const secret = new TextEncoder().encode(JSON.stringify(key?.publicJwk));
          return new SignJWT(claimsIn(token))
            .setProtectedHeader({ alg: 'HS256', kid: key?.kid ?? '' })
            .sign(secret);
        }),
    ],
    [
      'whose claims were changed after signing',
      'signature',
      (trial) =>
        withToken(trial, (token) => {
          const [header, , signature] = partsOf(token);
          return `${header}.${encoded({ ...claimsIn(token), sub: '4' })}.${signature}`;
        }),
    ],
    [
      'signed by somebody else under a known name',
      'signature',
      (trial) =>
        withToken(trial, async (token) => {
          const { privateKey } = await makeKeyPair();
          return signClaims(
            { kid: trial.platform.keys()[0]?.kid ?? '', privateKey },
            claimsIn(token),
          );
        }),
    ],
    [
      'signed with a key that is not published',
      'key',
      (trial) =>
        withToken(trial, async (token) => signClaims(await makeKeyPair(), claimsIn(token))),
    ],
    [
      'that names no key',
      'key',
      (trial) =>
        withToken(trial, (token) => {
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
    [
      'that is issued in the future',
      'future',
      withClaims({ iat: nowS() + 600, exp: nowS() + 900 }),
    ],
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
      async (trial) =>
        postLaunch(
          trial,
          await signIn(
            trial.tool,
            trial.platform,
            goodLaunch(trial, { [lti('target_link_uri')]: `${trial.tool.origin}/teach` }),
          ),
        ),
    ],
    [
      'to no quiz',
      'bank',
      async (trial) =>
        postLaunch(
          trial,
          await signIn(
            trial.tool,
            trial.platform,
            goodLaunch(trial, {
              [lti('target_link_uri')]: `${trial.tool.origin}/lti/launch?bank=thunder`,
            }),
          ),
        ),
    ],
    [
      'of deep linking that takes no links',
      'accept',
      async (trial) => {
        const settings = 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings';
        const claims = {
          [settings]: {
            deep_link_return_url: `${trial.platform.origin}/deep-link-return`,
            accept_types: ['html'],
          },
        };
        return postLaunch(
          trial,
          await signIn(trial.tool, trial.platform, {
            ...goodLaunch(trial, claims),
            isDeepLink: true,
          }),
        );
      },
    ],
    [
      'signed by another platform that is registered too',
      'key',
      (trial) =>
        withToken(trial, async (token) => {
          const [key] = trial.other.keys();
          if (!key) throw new Error('A platform has a key');
          return signClaims(key, claimsIn(token));
        }),
    ],
    [
      'that the platform itself refused',
      'platform-error',
      async (trial) => {
        const { browser, form } = await signIn(trial.tool, trial.platform, goodLaunch(trial));
        const error = { error: 'login_required', error_description: 'Not signed in' };
        return postLaunch(trial, { browser, form: { state: form['state'] ?? '', ...error } });
      },
    ],
  ];
