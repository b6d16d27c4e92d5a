import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const page = await locals.app.teaching.showPupils(params.assignment, locals.instructor, {
    sort: url.searchParams.get('sort'),
    isNamed: url.searchParams.get('names') !== 'off',
    page: Number(url.searchParams.get('page') ?? 1),
  });
  if (page === null) error(404, locals.say('refusal.notLed'));
  return { page };
};
