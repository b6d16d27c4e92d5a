import { error, fail, redirect } from '@sveltejs/kit';
import { readFields } from '$lib/item-types/read-fields';
import type { Actions, PageServerLoad } from './$types';

const notes = {
  over: 'vote.over',
  'already-answered': 'refusal.alreadyAnswered',
  revised: 'refusal.revised',
} as const;

export const load: PageServerLoad = async ({ locals, params }) => {
  const page = await locals.app.seats.openVote(params.class, locals.owner);
  if (page === null) error(404, locals.say('refusal.noSeat'));
  return { page };
};

export const actions: Actions = {
  answer: async ({ locals, params, request }) => {
    const form = await request.formData().catch(() => null);
    const fields = form && readFields(form);
    if (!fields) error(400, locals.say('refusal.unreadableForm'));
    const result = await locals.app.seats.voteItem(params.class, locals.owner, fields);
    if (result.kind === 'unknown') error(404, locals.say('refusal.noSeat'));
    if (result.kind === 'unreadable') {
      return fail(400, { problem: result.message, given: Object.fromEntries(fields) });
    }
    if (result.kind !== 'stored') return fail(409, { note: locals.say(notes[result.kind]) });
    if (request.headers.has('x-enhance')) return { note: null };
    redirect(303, `/classes/${params.class}/vote#counted`);
  },
};
