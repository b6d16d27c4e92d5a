import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';
import type { Platform } from '../storage/lti-store.ts';
import type { PlatformFetch } from './guarded-fetch.ts';

/** The public keys of platforms, in the memory of this server. */
export type PlatformKeys = (platform: Platform) => JWTVerifyGetKey;

/** Milliseconds between two looks at a platform’s keys because of a key that is unknown. */
const cooldownMs = 5_000;
/** Milliseconds after which keys are looked at anew. */
const freshMs = 10 * 60 * 1000;

/**
 * Keeps the keys of each platform. An unknown key has them fetched anew, every few seconds at most, so that
 * neither a platform that changes its keys is refused nor one is flooded by made-up launches.
 */
export function makePlatformKeys(
  fetchFor: (platform: Pick<Platform, 'isTrusted'>) => PlatformFetch,
  cooldownDuration = cooldownMs,
): PlatformKeys {
  const sets = new Map<string, JWTVerifyGetKey>();
  return (platform) => {
    const { id, isTrusted, jwksUri } = platform;
    const name = JSON.stringify([id, jwksUri, isTrusted]);
    const ask = fetchFor(platform);
    const made =
      sets.get(name) ??
      createRemoteJWKSet(new URL(jwksUri), {
        cooldownDuration,
        cacheMaxAge: freshMs,
        [customFetch]: (address, { headers, signal }) =>
          ask(address, { headers: Object.fromEntries(headers), signal }),
      });
    sets.set(name, made);
    return made;
  };
}
