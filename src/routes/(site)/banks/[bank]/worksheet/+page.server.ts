import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const worksheet = await locals.app.showWorksheet(params.bank, locals.owner);
  if (!worksheet) error(404, 'No quiz of this name is open here.');
  return { worksheet };
};
