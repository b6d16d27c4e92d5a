import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
  type JWK,
} from 'jose';
import type { ToolKey } from '../storage/lti-store.ts';
import type { Store } from '../storage/store.ts';

/** What keys of this tool need. */
export interface KeyContext {
  readonly store: Pick<Store, 'lti'>;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
}

const hourMs = 60 * 60 * 1000;
/** How long a new key is published before it signs: platforms keep what they have fetched for a while. */
const announcedMs = 24 * hourMs;
/** How long an old key is published after the new one signs. */
const leavingMs = 7 * 24 * hourMs;

/** The public part of a key (RFC 7518, 6.3.1). */
type PublicKey = {
  readonly [Name in 'alg' | 'e' | 'kid' | 'kty' | 'n' | 'use']: string | undefined;
};

/** The keys that platforms may know this tool by, as a set (RFC 7517); made where there is none yet. */
export async function publicKeys(
  context: KeyContext,
): Promise<{ readonly keys: readonly PublicKey[] }> {
  const keys = await currentKeys(context);
  return { keys: keys.map(({ privateJwk }) => publicPart(JSON.parse(privateJwk) as JWK)) };
}

/** Named one by one, so that nothing of the private part can come along. */
function publicPart({ alg, e, kid, kty, n, use }: JWK): PublicKey {
  return { alg, e, kid, kty, n, use };
}

async function currentKeys({ now, store }: KeyContext): Promise<readonly ToolKey[]> {
  const isCurrent = ({ endsAt }: ToolKey) => endsAt === null || endsAt > now();
  const kept = (await store.lti.listKeys()).filter(isCurrent);
  if (kept.length > 0) return kept;
  // Of two servers that begin at once, both keys are published.
  await store.lti.addKey(await makeKey(now(), now()), now() + announcedMs + leavingMs);
  return (await store.lti.listKeys()).filter(isCurrent);
}

async function makeKey(createdAt: number, signsAt: number): Promise<ToolKey> {
  const { privateKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
  const jwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(jwk);
  const privateJwk = JSON.stringify({ ...jwk, kid, alg: 'RS256', use: 'sig' });
  return { kid, privateJwk, createdAt, signsAt, endsAt: null };
}

/**
 * Makes a new key. It is published at once and signs a day later, and the old one is published a week
 * longer; `isAtOnce`, where the old one may have become known: it ends now, and the new one signs.
 */
export async function rotateKeys(context: KeyContext, isAtOnce: boolean): Promise<ToolKey> {
  const nowMs = context.now();
  if (!isAtOnce) await currentKeys(context);
  const signsAt = isAtOnce ? nowMs : nowMs + announcedMs;
  const key = await makeKey(nowMs, signsAt);
  await context.store.lti.addKey(key, isAtOnce ? nowMs : signsAt + leavingMs);
  await context.store.lti.forgetKeys(nowMs);
  return key;
}

/** Signs a message as this tool (RFC 7519): it is good for five minutes, and has an id of its own. */
export async function signAsTool(
  context: KeyContext,
  claims: Readonly<Record<string, unknown>>,
  jti: string,
): Promise<string> {
  const nowMs = context.now();
  const keys = await currentKeys(context);
  const signing = keys.filter(({ signsAt }) => signsAt <= nowMs).at(-1) ?? keys[0];
  if (!signing) throw new Error('A tool has a key from its first request on');
  const issuedAt = Math.floor(nowMs / 1000);
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: signing.kid, typ: 'JWT' })
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + 300)
    .setJti(jti)
    .sign(await importJWK(JSON.parse(signing.privateJwk) as JWK, 'RS256'));
}
