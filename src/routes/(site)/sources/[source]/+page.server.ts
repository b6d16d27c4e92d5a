import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const page = await locals.app.showSource(params.source, locals.owner);
  if (!page) error(404, locals.say('refusal.noSource'));
  return { page };
};
