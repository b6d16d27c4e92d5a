import { redirect } from '@sveltejs/kit';
import { dropInstructor } from '$lib/server/instructor-cookie';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  classes: await locals.app.teaching.listClasses(locals.instructor),
});

export const actions: Actions = {
  leave: async (event) => {
    await event.locals.app.teaching.signOut(event.locals.instructor);
    dropInstructor(event);
    redirect(303, '/teach');
  },
};
