import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const page = await locals.app.seats.showSeat(params.class, locals.owner);
  if (page === null) error(404, locals.say('refusal.noSeat'));
  if (page.isEnded) error(410, locals.say('join.ended'));
  return { page, joinAt: `${url.host}/join` };
};

export const actions: Actions = {
  start: async ({ locals, request }) => {
    const form = await request.formData().catch(() => null);
    const [id, zone] = [form?.get('assignment'), form?.get('tz')];
    const result = await locals.app.seats.startAssignment(
      typeof id === 'string' ? id : '',
      locals.owner,
      typeof zone === 'string' ? zone : null,
    );
    if (result.kind === 'started') redirect(303, `/attempts/${result.attemptId}`);
    if (result.kind === 'unknown') error(404, locals.say('refusal.noSeat'));
    return fail(409, { problem: locals.say(`seat.refused.${result.kind}`) });
  },

  leave: async ({ locals, params }) => {
    await locals.app.seats.leaveClass(params.class, locals.owner);
    redirect(303, '/join');
  },
};
