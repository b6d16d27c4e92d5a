import { redirect } from '@sveltejs/kit';
import type { RosterResult } from '$lib/server/lti/read-roster';
import { fieldOf, postedForm } from '../../posted-form';
import { refuseSession } from '../../refuse-launch';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals, request }) => {
  if (request.method !== 'POST') refuseSession(locals);
};

/** The page again, with what came of the button. */
async function deskAgain({ locals }: Pick<RequestEvent, 'locals'>, session: string, note: string) {
  const page = await locals.lti.showDesk(session);
  if (!page) refuseSession(locals);
  locals.frames = locals.lti.framesOf(page.platformId);
  return { page, note };
}

function rosterWords({ say }: App.Locals, result: RosterResult): string {
  if (result.kind === 'read') return say('lti.desk.rosterRead', result);
  return result.kind === 'failed'
    ? say('lti.desk.rosterFailed', result)
    : say(`lti.refusal.${result.refusal.code}`);
}

export const actions: Actions = {
  resend: async (event) => {
    const { locals } = event;
    const field = fieldOf(await postedForm(event));
    const session = field('session') ?? '';
    const n = await locals.lti.resendFromDesk(session, field('learner'));
    if (n === null) refuseSession(locals);
    return deskAgain(event, session, locals.say('lti.scores.resent', { n }));
  },

  roster: async (event) => {
    const { locals } = event;
    const session = fieldOf(await postedForm(event))('session') ?? '';
    const result = await locals.lti.readRoster(session);
    if (result === null) refuseSession(locals);
    return deskAgain(event, session, rosterWords(locals, result));
  },

  open: async (event) => {
    const { locals } = event;
    const ticket = await locals.lti.makeTicket(fieldOf(await postedForm(event))('session') ?? '');
    if (ticket === null) refuseSession(locals);
    redirect(303, `/lti/teach/${ticket}`);
  },
};
