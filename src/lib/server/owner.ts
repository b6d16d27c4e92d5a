import { createHash, randomBytes } from 'node:crypto';
import type { OwnerId } from '../quiz/ids.ts';

const secretForm = /^[A-Za-z0-9_-]{43}$/;

/** A new secret for a learner's browser: 32 random bytes, base64url. It is the learner's only key. */
export function makeOwnerSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Who holds this secret; null for anything that {@link makeOwnerSecret} can't have made. */
export function ownerOf(secret: string | undefined): OwnerId | null {
  if (secret === undefined || !secretForm.test(secret)) return null;
  return createHash('sha256').update(secret).digest('hex') as OwnerId;
}
