import { redirect } from '@sveltejs/kit';
import type { DeskLanding } from '$lib/server/lti/open-desk';
import type { PickLanding } from '$lib/server/lti/deep-link';
import type { Landing } from '$lib/server/lti/land-launch';
import type { Unbound } from '$lib/server/lti/receive-launch';
import { refuseLaunch } from './refuse-launch';

/** What a launch shows where it does not lead on to a quiz. */
export type Landed = DeskLanding | PickLanding | Unbound;

/** Who may frame what is shown: whoever asks for a yes does so in a window of its own, where it is none’s. */
function framesOf({ lti }: App.Locals, landing: Landed): string {
  if (landing.kind !== 'unbound') return lti.framesOf(landing.page.platformId);
  return landing.again === null ? "'none'" : '*';
}

/** Lets the browser go to the quiz, or gives what is shown. */
export function landed(
  locals: App.Locals,
  landing: Landing | Unbound,
): { readonly landed: Landed } {
  if (landing.kind === 'refused') refuseLaunch(locals, landing.refusal);
  if (landing.kind === 'quiz') redirect(303, landing.address);
  locals.frames = framesOf(locals, landing);
  return { landed: landing };
}
