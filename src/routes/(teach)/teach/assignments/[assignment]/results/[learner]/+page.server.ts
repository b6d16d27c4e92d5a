import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { assignment, learner } = params;
  const attempt = url.searchParams.get('attempt');
  const page = await locals.app.teaching.showPupil(assignment, learner, locals.instructor, {
    isNamed: url.searchParams.get('names') !== 'off',
    attemptNo: attempt === null ? null : Number(attempt),
  });
  if (page === null) error(404, locals.say('refusal.notLed'));
  return { page };
};
