import { compactVerify, decodeProtectedHeader, errors, type JWTVerifyGetKey } from 'jose';
import type { Platform } from '../storage/lti-store.ts';
import { isOwnTarget, type LoginPass } from './begin-login.ts';
import { readClaims, recordIn, type LaunchFacts } from './launch-claims.ts';
import type { LtiContext } from './lti-context.ts';
import { isRefused, refused, type Refused } from './refusal.ts';

/** How far the clocks of two machines may be apart, in seconds. */
const leewayS = 60;

type Claims = Readonly<Record<string, unknown>>;

/** Checks a platform’s message (LTI Security 5.1.3) and reads what it says. `origin` is this server’s. */
export async function verifyLaunch(
  context: LtiContext,
  { nonce, platformId }: Pick<LoginPass, 'nonce' | 'platformId'>,
  token: string,
  origin: string,
): Promise<LaunchFacts | Refused> {
  const platform = await context.store.lti.findPlatform(platformId);
  if (platform?.status !== 'active') return refused('platform-unknown', null, platformId);
  const claims = await openToken(context.peers.keys(platform), platform, token);
  if ('refusal' in claims) return claims as Refused;
  const fault = addressFault(claims, platform) ?? timeFault(claims, context.now() / 1000);
  if (fault) return fault;
  if (claims['nonce'] !== nonce)
    return refused('nonce', 'the nonce of the sign-in', claims['nonce'] ? 'another' : 'none');
  const facts = readClaims(claims, platform.id);
  if (isRefused(facts)) return facts;
  if (!isOwnTarget(facts.target, origin)) {
    return refused('target', `${origin}/lti/launch`, facts.target);
  }
  if (!(await isKnownDeployment(context, platform, facts.deploymentId))) {
    return refused('deployment', null, facts.deploymentId);
  }
  // What is not kept is not remembered between two requests either.
  const isNamed = context.settings.names === 'keep' && !facts.isInstructor;
  return isNamed ? facts : { ...facts, name: null };
}

/** The claims of a token that the platform has signed. */
async function openToken(
  keys: JWTVerifyGetKey,
  { jwksUri }: Platform,
  token: string,
): Promise<Claims | Refused> {
  const header = headerOf(token);
  if (header === null) return refused('token', 'id_token: a signed JSON Web Token', null);
  if (header['alg'] !== 'RS256') return refused('algorithm', 'RS256', header['alg'] ?? 'none');
  if (typeof header['kid'] !== 'string') return refused('key', 'kid', 'none');
  try {
    const { payload } = await compactVerify(token, keys, { algorithms: ['RS256'] });
    const claims = JSON.parse(new TextDecoder().decode(payload)) as unknown;
    return recordIn(claims);
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) {
      return refused('key', `a key at ${jwksUri}`, header['kid']);
    }
    if (error instanceof errors.JWSSignatureVerificationFailed)
      return refused('signature', `a key at ${jwksUri}`, 'another signature');
    if (error instanceof errors.JWSInvalid || error instanceof SyntaxError) {
      return refused('token', 'id_token: a signed JSON Web Token', null);
    }
    return refused('keys', jwksUri, error instanceof Error ? error.message : null);
  }
}

function headerOf(token: string): Claims | null {
  try {
    return decodeProtectedHeader(token);
  } catch {
    return null;
  }
}

/** Whom the token is from and for (OpenID Connect Core 3.1.3.7). */
function addressFault(claims: Claims, { clientId, issuer }: Platform): Refused | null {
  const { aud, azp, iss } = claims;
  if (iss !== issuer) return refused('issuer', issuer, iss ?? 'none');
  const audience: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
  if (!audience.includes(clientId)) return refused('audience', clientId, aud ?? 'none');
  const isNamed = azp === undefined ? audience.length === 1 : azp === clientId;
  return isNamed ? null : refused('authorised-party', clientId, azp ?? 'none');
}

function timeFault({ exp, iat }: Claims, nowS: number): Refused | null {
  const missing = Object.entries({ exp, iat }).filter(([, value]) => typeof value !== 'number');
  if (missing.length > 0) {
    return refused('claims', missing.map(([name]) => name).join(', '), 'none');
  }
  if ((exp as number) <= nowS - leewayS) return refused('expired', after(nowS), at(exp as number));
  if ((iat as number) > nowS + leewayS) return refused('future', before(nowS), at(iat as number));
  return null;
}

const at = (seconds: number) =>
  Number.isFinite(seconds) && Math.abs(seconds) < 8e12
    ? new Date(seconds * 1000).toISOString()
    : String(seconds);
const after = (seconds: number) => `exp after ${at(seconds)}`;
const before = (seconds: number) => `iat before ${at(seconds)}`;

async function isKnownDeployment(
  { now, store }: LtiContext,
  { hasAnyDeployment, id }: Platform,
  deploymentId: string,
): Promise<boolean> {
  const place = { platformId: id, deploymentId };
  if (await store.lti.hasDeployment(place)) return true;
  if (hasAnyDeployment) await store.lti.addDeployment(place, now());
  return hasAnyDeployment;
}
