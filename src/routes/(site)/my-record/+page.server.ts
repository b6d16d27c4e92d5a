import { redirect } from '@sveltejs/kit';
import { asksCertainty, holdAsking } from '$lib/server/certainty-cookie';
import { dropOwner } from '$lib/server/owner-cookie';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  record: await event.locals.app.showRecord(event.locals.owner),
  asksCertainty: asksCertainty(event),
});

export const actions: Actions = {
  again: async ({ locals }) => {
    const asked = await locals.app.answerAgain(locals.owner);
    if (!asked) return { isDone: true };
    redirect(303, `/attempts/${asked.attemptId}/items/${asked.itemId}`);
  },

  ask: async (event) => {
    const form = await event.request.formData().catch(() => null);
    holdAsking(event, form?.get('asked') === 'yes');
    redirect(303, '/my-record#asking');
  },

  erase: async (event) => {
    const { locals } = event;
    if (locals.owner) await locals.app.eraseAnswers(locals.owner);
    dropOwner(event);
    locals.owner = null;
    return { erased: true };
  },
};
