import type { Platform } from '../storage/lti-store.ts';
import type { LtiContext } from './lti-context.ts';
import { hashOf, makePass, makeSecret } from './passes.ts';
import { refused, type Refused } from './refusal.ts';

/** Gives a parameter of a request by its name; null where there is none. */
export type Parameters = (name: string) => string | null;

/** What is remembered from login to launch. */
export interface LoginPass {
  readonly platformId: string;
  readonly nonce: string;
  /** SHA-256 (hex) of the secret that the browser keeps. */
  readonly bindingHash: string;
  /** Milliseconds since 1970, UTC. */
  readonly untilMs: number;
  /** The frame that keeps things for tools (LTI Client Side postMessages); null where there is none. */
  readonly storageTarget: string | null;
  /** By which the login can be begun anew in a window of its own. */
  readonly again: string;
  /** True where that window is this one. */
  readonly isAlone: boolean;
}

/** What a browser keeps from login to launch, so that a launch can’t be slipped to another. */
export interface Binding {
  /** The cookie’s name, and the key in the platform’s storage. */
  readonly name: string;
  /** A secret. */
  readonly value: string;
}

/** The platform’s storage, to which the secret is given besides. */
export interface PlatformStorage {
  /** `_parent`, or the name of a frame beside this one. */
  readonly target: string;
  readonly origin: string;
}

/** A login that was begun: the browser goes on to the platform. */
export interface BegunLogin {
  readonly kind: 'begun';
  readonly address: string;
  readonly binding: Binding;
  readonly storage: PlatformStorage | null;
}

/** How long a login may take, in milliseconds: ten minutes, since somebody may have to sign in. */
const loginMs = 10 * 60 * 1000;

/** The parameters by which a login is begun again. */
const carried = [
  'iss',
  'client_id',
  'login_hint',
  'lti_message_hint',
  'lti_deployment_id',
  'target_link_uri',
];

/** The name under which a browser keeps the secret of a login. */
export function bindingName(state: string): string {
  return `verbatim-lti-${hashOf(state).slice(0, 12)}`;
}

/** Begins a login that a platform asked for (LTI Security 5.1.1); `origin` is this server’s. */
export async function beginLogin(
  context: LtiContext,
  parameter: Parameters,
  origin: string,
): Promise<BegunLogin | Refused> {
  const platform = await findAsking(context, parameter);
  if ('kind' in platform) return platform;
  const loginHint = parameter('login_hint');
  if (!loginHint) return refused('hint', 'login_hint', 'none');
  const target = parameter('target_link_uri');
  if (target !== null && !isOwnTarget(target, origin)) {
    return refused('login-target', `${origin}/lti/launch`, target);
  }
  const [nonce, value] = [makeSecret(), makeSecret()];
  const storageTarget = targetIn(parameter('lti_storage_target'));
  const pass: LoginPass = {
    platformId: platform.id,
    nonce,
    bindingHash: hashOf(value),
    untilMs: context.now() + loginMs,
    storageTarget,
    again: againAddress(parameter),
    isAlone: parameter('alone') !== null,
  };
  const state = await makePass(context, 'login', pass);
  return {
    kind: 'begun',
    address: authAddress(platform, parameter, { loginHint, nonce, origin, state }),
    binding: { name: bindingName(state), value },
    storage: storageTarget === null ? null : storageOf(platform, storageTarget),
  };
}

/** Where a platform’s storage answers: the origin of its authorisation (postMessage Storage, 2.3). */
export function storageOf({ authEndpoint }: Platform, target: string): PlatformStorage {
  return { target, origin: new URL(authEndpoint).origin };
}

async function findAsking(
  { frames, store }: LtiContext,
  parameter: Parameters,
): Promise<Platform | Refused> {
  const issuer = parameter('iss');
  if (!issuer) return refused('login-issuer', 'iss', 'none');
  const clientId = parameter('client_id');
  const all = await store.lti.findPlatforms(issuer);
  const named = clientId === null ? all : all.filter((each) => each.clientId === clientId);
  const [platform, ...others] = named;
  if (!platform) {
    return refused('platform-unknown', null, `iss ${issuer}, client_id ${clientId ?? 'none'}`);
  }
  if (others.length > 0) return refused('client', 'client_id', 'none');
  if (platform.status === 'pending') {
    return refused('pending', `npm run data -- lti approve ${platform.id}`, issuer);
  }
  // It may have been added by the command line since this server started.
  await frames.add(platform.id, platform.issuer);
  return platform;
}

/** True for an address that platforms may send people to. */
export function isOwnTarget(target: string, origin: string): boolean {
  if (!URL.canParse(target)) return false;
  const url = new URL(target);
  return (
    url.origin === origin && (url.pathname === '/lti/launch' || url.pathname === '/lti/deep-link')
  );
}

function targetIn(written: string | null): string | null {
  return written !== null && /^[\w.-]{1,100}$/.test(written) ? written : null;
}

function againAddress(parameter: Parameters): string {
  const pairs = carried.flatMap((name) => {
    const value = parameter(name);
    return value === null ? [] : [[name, value]];
  });
  return `/lti/login?${String(new URLSearchParams([...pairs, ['alone', '1']]))}`;
}

function authAddress(
  { authEndpoint, clientId }: Platform,
  parameter: Parameters,
  given: Readonly<Record<'loginHint' | 'nonce' | 'origin' | 'state', string>>,
): string {
  const address = new URL(authEndpoint);
  const messageHint = parameter('lti_message_hint');
  const query: Readonly<Record<string, string>> = {
    scope: 'openid',
    response_type: 'id_token',
    response_mode: 'form_post',
    prompt: 'none',
    client_id: clientId,
    redirect_uri: `${given.origin}/lti/launch`,
    login_hint: given.loginHint,
    state: given.state,
    nonce: given.nonce,
    ...(messageHint !== null && { lti_message_hint: messageHint }),
  };
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  return address.href;
}
