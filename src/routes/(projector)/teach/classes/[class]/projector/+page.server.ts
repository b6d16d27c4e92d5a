import { error } from '@sveltejs/kit';
import { isOnlyHere } from '$lib/server/only-here';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const projected = await locals.app.teaching.projectClass(params.class, locals.instructor);
  if (!projected) error(404, locals.say('refusal.notLed'));
  const { plainCode, ...shown } = projected;
  return {
    ...shown,
    back: `/teach/classes/${params.class}`,
    joinAt: `${url.host}/join`,
    isOnlyHere: isOnlyHere(url),
    joinLink: `${url.origin}/join/${plainCode}`,
  };
};
