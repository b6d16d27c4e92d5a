import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const page = await locals.app.teaching.showQuestions(params.assignment, locals.instructor);
  if (page === null) error(404, locals.say('refusal.notLed'));
  return { page, isNamed: url.searchParams.get('names') !== 'off' };
};
