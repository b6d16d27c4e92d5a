import {
  bindingName,
  storageOf,
  type LoginPass,
  type Parameters,
  type PlatformStorage,
} from './begin-login.ts';
import { landLaunch, type Landing } from './land-launch.ts';
import type { LaunchFacts } from './launch-claims.ts';
import type { LtiContext } from './lti-context.ts';
import { hashOf, makePass, takePass } from './passes.ts';
import { isRefused, refused, type Refused } from './refusal.ts';
import { verifyLaunch } from './verify-launch.ts';

/** What is remembered of a launch whose browser is not known to be the one that began it. */
interface LaunchPass {
  readonly facts: LaunchFacts;
  readonly bindingHash: string;
  /** True in a window of its own: there the person may say that the launch is theirs. */
  readonly isAlone: boolean;
}

/** A launch that is good, from a browser that kept no cookie. */
export interface Unbound {
  readonly kind: 'unbound';
  /** By which the launch goes on, once. */
  readonly pass: string;
  /** Where the browser’s secret may lie; null where the platform has no storage. */
  readonly storage: (PlatformStorage & { readonly name: string }) | null;
  /** The login in a window of its own; null where this is that window. */
  readonly again: string | null;
  /** Where it comes from, for the person to know it again. */
  readonly from: string;
}

/** What comes with a launch. */
export interface LaunchRequest {
  /** The posted fields. */
  readonly field: Parameters;
  /** The browser’s cookies. */
  readonly cookie: (name: string) => string | undefined;
  /** This server’s. */
  readonly origin: string;
}

/** Takes a launch that a browser brings from its platform (LTI Security 5.1.1.3). */
export async function receiveLaunch(
  context: LtiContext,
  { cookie, field, origin }: LaunchRequest,
): Promise<Landing | Unbound | Refused> {
  const [state, token] = [field('state'), field('id_token')];
  const fault = field('error');
  if (fault) return refused('platform-error', null, [fault, field('error_description')].join(' '));
  if (!state || !token) {
    return refused(
      'form',
      'state, id_token',
      [state && 'state', token && 'id_token'].filter(Boolean).join(', ') || 'none',
    );
  }
  const used = await context.store.lti.usePass(hashOf(state), 'login', context.now());
  if (typeof used === 'string') return refused(used === 'used' ? 'state-used' : 'state-unknown');
  const login = JSON.parse(used.payload) as LoginPass;
  if (login.untilMs <= context.now()) return refused('state-expired', '10 minutes', null);
  const facts = await verifyLaunch(context, login, token, origin);
  if (isRefused(facts)) return facts;
  const name = bindingName(state);
  const kept = cookie(name);
  if (kept !== undefined && hashOf(kept) === login.bindingHash) return landLaunch(context, facts);
  return unbound(context, login, facts, name);
}

async function unbound(
  context: LtiContext,
  { again, bindingHash, isAlone, platformId, storageTarget }: LoginPass,
  facts: LaunchFacts,
  name: string,
): Promise<Unbound | Refused> {
  const platform = await context.store.lti.findPlatform(platformId);
  if (!platform) return refused('platform-unknown', null, platformId);
  const pass: LaunchPass = { facts, bindingHash, isAlone };
  return {
    kind: 'unbound',
    pass: await makePass(context, 'launch', pass),
    storage: storageTarget === null ? null : { ...storageOf(platform, storageTarget), name },
    again: isAlone ? null : again,
    from: facts.context?.title ?? facts.link?.title ?? platform.name,
  };
}

/**
 * Goes on with a launch whose browser has shown its secret, by the platform’s storage, or whose person
 * has said, in a window of its own, to come from there.
 */
export async function bindLaunch(
  context: LtiContext,
  pass: string,
  proof: string | null,
): Promise<Landing | Refused> {
  const launch = await takePass<LaunchPass>(context, 'launch', pass);
  if (!launch) return refused('session');
  const isProved = proof !== null && hashOf(proof) === launch.bindingHash;
  if (!isProved && !(proof === null && launch.isAlone)) return refused('browser');
  return landLaunch(context, launch.facts);
}
