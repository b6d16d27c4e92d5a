import { originOf, originsOf } from './frame-origins.ts';
import { BlockedAddress, type PlatformFetch } from './guarded-fetch.ts';
import { recordIn, textIn } from './launch-claims.ts';
import type { LtiContext } from './lti-context.ts';
import { isRefused, refused, type Refused } from './refusal.ts';
import { mayRegister } from './settings.ts';
import { toolConfiguration } from './tool-configuration.ts';
import type { Platform } from '../storage/lti-store.ts';

/** Who asks for a registration, and how the platform is asked. */
export interface RegistrationRequest {
  /** The address of the platform’s OpenID configuration. */
  readonly configuration: string | null;
  /** Shown to the platform, once; null where it gave none. */
  readonly token: string | null;
  /** The secret of this server’s address; null where it holds none. */
  readonly secret: string | null;
  /** This server’s. */
  readonly origin: string;
}

/** A platform that is registered from now on. */
export interface Registered {
  readonly kind: 'registered';
  readonly platform: Pick<Platform, 'id' | 'name' | 'status'>;
}

/** A platform that may be registered: where it is asked. */
export interface Registrable {
  readonly kind: 'registrable';
  readonly host: string;
}

/** Says whether a platform may be registered, before anything is asked of it. */
export function offerRegistration(
  { settings }: Pick<LtiContext, 'settings'>,
  { configuration, secret }: RegistrationRequest,
): Registrable | Refused {
  const { registration } = settings;
  if (!mayRegister(registration, secret)) {
    return refused('registration-off', 'LTI_REGISTRATION', null);
  }
  const origin = originOf(configuration);
  if (origin === null)
    return refused('configuration', 'openid_configuration', configuration ?? 'none');
  return { kind: 'registrable', host: new URL(origin).host };
}

/** Registers a platform in the name of its administrator (Dynamic Registration 1.0, 3). */
export async function registerPlatform(
  context: LtiContext,
  request: RegistrationRequest,
): Promise<Registered | Refused> {
  const offered = offerRegistration(context, request);
  if (isRefused(offered)) return offered;
  const { settings } = context;
  const isTrusted = settings.registration.kind === 'secret';
  const ask = context.peers.fetchFor(isTrusted ? { isTrusted } : null);
  const found = await readConfiguration(ask, request.configuration ?? '');
  if (isRefused(found)) return found;
  const answer = await register(ask, found, request, settings.names === 'keep');
  if (isRefused(answer)) return answer;
  const platform: Platform = {
    id: `plf_${context.randomText(26)}`,
    issuer: found.issuer,
    clientId: answer.clientId,
    authEndpoint: found.authEndpoint,
    tokenEndpoint: found.tokenEndpoint,
    tokenAudience: found.tokenAudience,
    jwksUri: found.jwksUri,
    name: found.name,
    status: settings.registration.kind === 'approve' ? 'pending' : 'active',
    isTrusted,
    hasAnyDeployment: answer.deploymentId === null,
    createdAt: context.now(),
  };
  const deployments = answer.deploymentId === null ? [] : [answer.deploymentId];
  const { lti } = context.store;
  if (!(await lti.addPlatform(platform, deployments, originsOf(platform)))) {
    return refused('known', null, `${platform.issuer}, ${platform.clientId}`);
  }
  await context.frames.refresh();
  return { kind: 'registered', platform };
}

interface Configuration extends Pick<
  Platform,
  'issuer' | 'authEndpoint' | 'tokenEndpoint' | 'tokenAudience' | 'jwksUri' | 'name'
> {
  readonly registrationEndpoint: string;
  /** Null where the platform does not say. */
  readonly scopes: readonly string[] | null;
}

async function readConfiguration(
  ask: PlatformFetch,
  address: string,
): Promise<({ readonly kind: 'configuration' } & Configuration) | Refused> {
  const answer = await askJson(ask, address);
  if (isRefused(answer)) return answer;
  const { values } = answer;
  const missing = [
    'issuer',
    'authorization_endpoint',
    'token_endpoint',
    'jwks_uri',
    'registration_endpoint',
  ].filter((name) => originOf(textIn(values[name])) === null);
  if (missing.length > 0) return refused('configuration', missing.join(', '), 'none');
  const text = (name: string) => textIn(values[name]) ?? '';
  const issuer = text('issuer');
  if (!isOwnHost(issuer, address))
    return refused('configuration', new URL(issuer).host, new URL(address).host);
  const own = recordIn(values['https://purl.imsglobal.org/spec/lti-platform-configuration']);
  const supported = values['scopes_supported'];
  return {
    kind: 'configuration',
    issuer,
    authEndpoint: text('authorization_endpoint'),
    tokenEndpoint: text('token_endpoint'),
    tokenAudience: audienceIn(textIn(values['authorization_server']), text('token_endpoint')),
    jwksUri: text('jwks_uri'),
    registrationEndpoint: text('registration_endpoint'),
    name: [textIn(own['product_family_code']), new URL(issuer).host].filter(Boolean).join(' at '),
    scopes: Array.isArray(supported) ? supported.filter((each) => typeof each === 'string') : null,
  };
}

/**
 * The authorisation server that a platform names (Dynamic Registration 1.0, 3.4.1) and its token endpoint:
 * Canvas names the one and takes the other alone.
 */
function audienceIn(server: string | null, tokenEndpoint: string): string | null {
  return server === null ? null : `${server} ${tokenEndpoint}`;
}

/** Hosts at which a platform that serves many schools from one issuer keeps its configuration. */
const familyHosts: Readonly<Record<string, RegExp>> = {
  'canvas.instructure.com': /(?:^|\.)(?:instructure|canvaslms)\.com$/,
};

/** True where the configuration lies at its issuer’s own host (Dynamic Registration 1.0, 3.4). */
function isOwnHost(issuer: string, address: string): boolean {
  const [own, asked] = [new URL(issuer), new URL(address)];
  return own.host === asked.host || (familyHosts[own.host]?.test(asked.hostname) ?? false);
}

async function register(
  ask: PlatformFetch,
  found: Configuration,
  { origin, token }: RegistrationRequest,
  asksNames: boolean,
): Promise<
  | { readonly kind: 'client'; readonly clientId: string; readonly deploymentId: string | null }
  | Refused
> {
  const answer = await askJson(ask, found.registrationEndpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== null && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(toolConfiguration(origin, found.scopes, asksNames)),
  });
  if (isRefused(answer)) return answer;
  const clientId = textIn(answer.values['client_id']);
  if (clientId === null) return refused('registration-answer', 'client_id', 'none');
  const own = recordIn(answer.values['https://purl.imsglobal.org/spec/lti-tool-configuration']);
  return { kind: 'client', clientId, deploymentId: textIn(own['deployment_id']) };
}

async function askJson(
  ask: PlatformFetch,
  address: string,
  request: Parameters<PlatformFetch>[1] = {},
): Promise<
  { readonly kind: 'json'; readonly values: Readonly<Record<string, unknown>> } | Refused
> {
  try {
    const response = await ask(address, request);
    const text = await response.text();
    if (!response.ok) {
      return refused('registration-answer', address, `${response.status} ${text.slice(0, 100)}`);
    }
    return { kind: 'json', values: recordIn(JSON.parse(text)) };
  } catch (error) {
    const what = error instanceof BlockedAddress || error instanceof Error ? error.message : '';
    return refused('registration-answer', address, what);
  }
}
