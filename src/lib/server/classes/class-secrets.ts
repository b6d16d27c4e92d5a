import { createHash, randomBytes } from 'node:crypto';
import { makeCode, recoveryCodeLength } from '../../quiz/join-code.ts';
import { randomText } from '../random-text.ts';
import type { ClassKeys } from '../storage/class-store.ts';

/** What opens a class to its instructor. It is shown once; only its hashes are stored. */
export interface ClassSecrets {
  /** Of the private link: 32 random bytes, base64url. */
  readonly link: string;
  /** To be printed: 24 signs. */
  readonly recovery: string;
}

const linkForm = /^[A-Za-z0-9_-]{43}$/;

/** New secrets for a class. */
export function makeClassSecrets(): ClassSecrets {
  return {
    link: randomBytes(32).toString('base64url'),
    recovery: makeCode(recoveryCodeLength, randomText),
  };
}

/** True for the form of a private link's secret. */
export function isLinkSecret(text: string): boolean {
  return linkForm.test(text);
}

/** A secret as it is stored: SHA-256, hex. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Secrets as they are stored. */
export function keysOf({ link, recovery }: ClassSecrets): ClassKeys {
  return { linkHash: hashOf(link), recoveryHash: hashOf(recovery) };
}
