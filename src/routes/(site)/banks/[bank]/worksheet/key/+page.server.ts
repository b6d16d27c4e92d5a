import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const key = await locals.app.showKey(params.bank, locals.owner);
  if (!key) error(404, locals.say('refusal.noWorksheet'));
  return { key };
};
