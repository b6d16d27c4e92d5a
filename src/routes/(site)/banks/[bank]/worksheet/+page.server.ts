import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const worksheet = await locals.app.showWorksheet(params.bank, locals.owner);
  if (!worksheet) error(404, locals.say('refusal.noWorksheet'));
  return { worksheet };
};
