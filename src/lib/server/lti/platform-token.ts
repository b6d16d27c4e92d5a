import type { Platform } from '../storage/lti-store.ts';
import type { Sent } from '../deliveries/sent.ts';
import { readFailure, readReply } from '../deliveries/read-reply.ts';
import { recordIn } from './launch-claims.ts';
import type { PlatformFetch } from './guarded-fetch.ts';
import { signAsTool, type KeyContext } from './tool-keys.ts';

/** A token, or why there is none: whatever it is, an administrator or time mends it. */
export type TokenAnswer =
  { readonly kind: 'token'; readonly token: string } | Extract<Sent, { kind: 'later' }>;

/** Tokens of platforms, in the memory of this server until they end. */
export interface PlatformTokens {
  /** One that is good for all of these scopes. */
  readonly get: (
    platform: Platform,
    scopes: readonly string[],
    signal?: AbortSignal,
  ) => Promise<TokenAnswer>;
  /** Gets another next time: the platform did not take it. */
  readonly forget: (platform: Platform, scopes: readonly string[]) => void;
}

/** What getting tokens needs. */
export interface TokenContext extends KeyContext {
  readonly randomText: (length: number) => string;
  readonly fetchFor: (platform: Platform) => PlatformFetch;
}

/** A token is asked for anew so long before it ends, in milliseconds. */
const marginMs = 60_000;
/** How long a token is taken to be good where the platform does not say: an hour. */
const usualS = 3600;

/** Gets tokens by signed requests (LTI Security 4.1; RFC 7523, 2.2). */
export function makePlatformTokens(context: TokenContext): PlatformTokens {
  const kept = new Map<string, { readonly token: string; readonly untilMs: number }>();
  const nameOf = ({ id }: Platform, wanted: readonly string[]) =>
    [id, ...wanted.toSorted()].join(' ');
  return {
    async get(platform, wanted, signal) {
      const name = nameOf(platform, wanted);
      const known = kept.get(name);
      if (known && known.untilMs > context.now()) return { kind: 'token', token: known.token };
      const answer = await askToken(context, platform, wanted, signal);
      if (answer.kind !== 'token') return answer;
      kept.set(name, { token: answer.token, untilMs: context.now() + answer.lastsMs - marginMs });
      return answer;
    },
    forget(platform, wanted) {
      kept.delete(nameOf(platform, wanted));
    },
  };
}

/** For whom a request is signed: one name as it is, several as a list (RFC 7519, 4.1.3). */
function audienceOf({ tokenAudience, tokenEndpoint }: Platform): string | readonly string[] {
  const names = tokenAudience?.split(/\s+/) ?? [tokenEndpoint];
  return names.length > 1 ? names : (names[0] ?? tokenEndpoint);
}

type FreshToken = { readonly kind: 'token'; readonly token: string; readonly lastsMs: number };

async function askToken(
  context: TokenContext,
  platform: Platform,
  wanted: readonly string[],
  signal?: AbortSignal,
): Promise<FreshToken | Extract<Sent, { kind: 'later' }>> {
  const { clientId, tokenEndpoint } = platform;
  const assertion = await signAsTool(
    context,
    { iss: clientId, sub: clientId, aud: audienceOf(platform) },
    context.randomText(26),
  );
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
    scope: wanted.join(' '),
  }).toString();
  try {
    const response = await context.fetchFor(platform)(tokenEndpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
      ...(signal && { signal }),
    });
    return await readToken(response, context.now());
  } catch (error) {
    return asLater(readFailure(error), 'No token');
  }
}

async function readToken(
  response: Response,
  nowMs: number,
): Promise<FreshToken | Extract<Sent, { kind: 'later' }>> {
  if (!response.ok) return asLater(await readReply(response, nowMs), 'No token');
  const answer = recordIn(await response.json().catch(() => null));
  const { access_token: token, expires_in: lasts } = answer;
  if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token)) {
    return { kind: 'later', reason: 'No token: the platform’s answer holds none.' };
  }
  const seconds = Number(lasts);
  return { kind: 'token', token, lastsMs: (seconds > 0 ? seconds : usualS) * 1000 };
}

/** What failed, to be tried again: a platform that turns this tool away is mended by its administrator. */
function asLater(sent: Sent, what: string): Extract<Sent, { kind: 'later' }> {
  const reason = 'reason' in sent ? sent.reason : 'it answered with nothing of use';
  const afterMs = sent.kind === 'later' ? sent.afterMs : undefined;
  return { kind: 'later', reason: `${what}: ${reason}`, ...(afterMs !== undefined && { afterMs }) };
}
