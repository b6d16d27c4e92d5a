import { createHash, randomBytes } from 'node:crypto';
import type { ClassId } from '../../quiz/ids.ts';
import type { PassKind } from '../storage/lti-store.ts';
import type { LtiContext } from './lti-context.ts';

const secretForm = /^[A-Za-z0-9_-]{43}$/;

/** How long each is good for, in milliseconds. */
const lastingMs: Readonly<Record<PassKind, number>> = {
  login: 60 * 60 * 1000,
  launch: 10 * 60 * 1000,
  desk: 8 * 60 * 60 * 1000,
  pick: 2 * 60 * 60 * 1000,
  ticket: 5 * 60 * 1000,
};

/** 32 random bytes, base64url. */
export function makeSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** A secret as it is stored: SHA-256, hex. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** JSON that stays as it is, whatever a database composes anew: what a platform gave is handed back. */
function asciiJson(payload: unknown): string {
  return JSON.stringify(payload).replace(
    /[\u0080-\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

type Context = Pick<LtiContext, 'now' | 'store'>;

/** Remembers something for a later request; gives the secret by which it is found. */
export async function makePass(
  { now, store }: Context,
  kind: PassKind,
  payload: unknown,
  classId: ClassId | null = null,
): Promise<string> {
  const secret = makeSecret();
  const nowMs = now();
  await store.lti.putPass(
    {
      hash: hashOf(secret),
      kind,
      payload: asciiJson(payload),
      classId,
      expiresAt: nowMs + lastingMs[kind],
    },
    nowMs,
  );
  return secret;
}

/** What is remembered under a secret, and forgotten from now on; null for one that finds nothing. */
export async function takePass<Payload>(
  { now, store }: Context,
  kind: PassKind,
  secret: string,
): Promise<Payload | null> {
  if (!secretForm.test(secret)) return null;
  const payload = await store.lti.takePass(hashOf(secret), kind, now());
  return payload === null ? null : (JSON.parse(payload) as Payload);
}

/** What is remembered under a secret; null for one that finds nothing. */
export async function readPass<Payload>(
  { now, store }: Context,
  kind: PassKind,
  secret: string,
): Promise<Payload | null> {
  if (!secretForm.test(secret)) return null;
  const payload = await store.lti.readPass(hashOf(secret), kind, now());
  return payload === null ? null : (JSON.parse(payload) as Payload);
}
