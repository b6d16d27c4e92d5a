import { error } from '@sveltejs/kit';
import { isOnlyHere } from '$lib/server/only-here';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const shown = await locals.app.teaching.showClass(params.class, locals.instructor);
  if (!shown) error(404, locals.say('refusal.notLed'));
  const { id, name, code, endsAt, learnersBy } = shown.classroom;
  return {
    classroom: { id, name, endsAt, learnersBy },
    code: shown.code,
    joined: shown.joined,
    assignments: shown.assignments,
    joinAt: `${url.host}/join`,
    isOnlyHere: isOnlyHere(url),
    joinLink: `${url.origin}/join/${code}`,
  };
};
