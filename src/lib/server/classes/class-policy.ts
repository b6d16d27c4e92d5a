import { timingSafeEqual } from 'node:crypto';
import type { AttemptContext } from '../attempts/context.ts';
import { hashOf } from './class-secrets.ts';

/** Who may open classes on this instance: everybody, who knows its password, or who was invited. */
export type ClassPolicy =
  | { readonly kind: 'open' }
  /** The password's {@link hashOf}. */
  | { readonly kind: 'password'; readonly hash: string }
  | { readonly kind: 'invited' };

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the policy (`CLASS_PASSWORD`, `CLASS_CREATION`); throws in words what can't be used. */
export function readClassPolicy(env: Environment): ClassPolicy {
  const password = env['CLASS_PASSWORD'] ?? '';
  const creation = env['CLASS_CREATION'] ?? '';
  if (creation !== '' && creation !== 'invited') {
    throw new Error(
      `CLASS_CREATION is “${creation}”. Write CLASS_CREATION=invited, or leave it out.`,
    );
  }
  if (creation === 'invited' && password !== '') {
    throw new Error('CLASS_PASSWORD and CLASS_CREATION=invited are both set. Keep one of them.');
  }
  if (creation === 'invited') return { kind: 'invited' };
  return password === '' ? { kind: 'open' } : { kind: 'password', hash: hashOf(password) };
}

/** True where this password, or code of an invitation, lets somebody open a class. */
export async function mayOpenClass(
  { store }: Pick<AttemptContext, 'store'>,
  policy: ClassPolicy,
  entry: string,
): Promise<boolean> {
  if (policy.kind === 'open') return true;
  if (policy.kind === 'password') return isSameHash(hashOf(entry), policy.hash);
  const invitations = await store.classes.listInvitations();
  return invitations.filter(({ hash }) => isSameHash(hashOf(entry.trim()), hash)).length > 0;
}

/** Compares in a time that tells nothing of how much is alike. */
function isSameHash(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
}
