import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const page = await locals.app.teaching.showLive(params.assignment, locals.instructor);
  if (!page) error(404, locals.say('live.noAssignment'));
  return { page, hidesNames: url.searchParams.get('names') === 'off' };
};
