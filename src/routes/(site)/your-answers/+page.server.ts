import { dropOwner } from '$lib/server/owner-cookie';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  attempts: await locals.app.listAttempts(locals.owner),
});

export const actions: Actions = {
  erase: async (event) => {
    const { locals } = event;
    if (locals.owner) await locals.app.eraseAnswers(locals.owner);
    dropOwner(event);
    locals.owner = null;
    return { erased: true };
  },
};
