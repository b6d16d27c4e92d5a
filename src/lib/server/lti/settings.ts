import { createHash, timingSafeEqual } from 'node:crypto';
import { readClassPolicy } from '../classes/class-policy.ts';
import { isLoopbackAddress } from '../site-origin.ts';

/** Who may register a learning platform over the web. */
export type RegistrationPolicy =
  /** Whoever reaches this server. */
  | { readonly kind: 'open' }
  /** As `open`, but the platform waits until it is approved by `npm run data -- lti approve`. */
  | { readonly kind: 'approve' }
  /** Whoever has the address with this secret in it. */
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'off' };

/** What whoever runs this server decides of learning platforms. */
export interface LtiSettings {
  readonly registration: RegistrationPolicy;
  /** Whether learners are called as their platform calls them, where it says, or by made-up names. */
  readonly names: 'keep' | 'alias';
  /** True on a server for trying things out, whose own address is the machine's: platforms may be there too. */
  readonly allowsLoopback: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Signs of a secret in the address, so that it is no guess. */
const leastSecret = 16;

/** Reads `LTI_REGISTRATION` and `LTI_NAMES`; throws in words what can’t be used and how to mend it. */
export function readLtiSettings(env: Environment): LtiSettings {
  return {
    registration: readRegistration(env),
    names: readNames(env['LTI_NAMES'] ?? ''),
    allowsLoopback: isLoopbackAddress(env['VERBATIM_ORIGIN'] || env['ORIGIN'] || ''),
  };
}

function readRegistration(env: Environment): RegistrationPolicy {
  const written = env['LTI_REGISTRATION'] ?? '';
  if (written === 'open' || written === 'approve' || written === 'off') return { kind: written };
  if (/^[A-Za-z0-9_-]+$/.test(written) && written.length >= leastSecret) {
    return { kind: 'secret', secret: written };
  }
  if (written === '') {
    // A platform opens classes: where not everybody may, neither may every platform.
    return { kind: readClassPolicy(env).kind === 'open' ? 'open' : 'off' };
  }
  throw new Error(
    `LTI_REGISTRATION can’t be used. Write LTI_REGISTRATION=open, approve or off, or a secret of at least ${leastSecret} letters and digits, which then stands in the address: /lti/register?secret=….`,
  );
}

function readNames(written: string): LtiSettings['names'] {
  if (written === '' || written === 'keep') return 'keep';
  if (written === 'alias') return written;
  throw new Error(`LTI_NAMES is “${written}”. Write LTI_NAMES=keep or LTI_NAMES=alias.`);
}

/** True where somebody with this secret, or none, may register a platform. */
export function mayRegister(policy: RegistrationPolicy, secret: string | null): boolean {
  if (policy.kind === 'off') return false;
  if (policy.kind !== 'secret') return true;
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(secret ?? ''), hash(policy.secret));
}
