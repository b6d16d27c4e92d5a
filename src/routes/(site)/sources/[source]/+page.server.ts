import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const page = await locals.app.showSource(params.source, locals.owner);
  if (!page) {
    error(404, 'No source of this name is quoted here. The sources that are stand on one page.');
  }
  return { page };
};
