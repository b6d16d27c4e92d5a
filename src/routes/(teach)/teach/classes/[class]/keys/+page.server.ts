import { error, redirect } from '@sveltejs/kit';
import { shownCode } from '$lib/quiz/join-code';
import { carryKeys, keysPath, readKeys } from '$lib/server/keys-cookie';
import { isOnlyHere } from '$lib/server/only-here';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locals, params, url } = event;
  const shown = await locals.app.teaching.showClass(params.class, locals.instructor);
  if (!shown) error(404, locals.say('refusal.notLed'));
  const { id, name, learnersBy } = shown.classroom;
  const keys = readKeys(event);
  return {
    classroom: { id, name },
    learnersBy,
    keys: keys && {
      link: `${url.origin}/teach/open/${keys.link}`,
      recovery: shownCode(keys.recovery),
    },
    isOnlyHere: isOnlyHere(url),
    recoverAt: `${url.origin}/teach/recover`,
  };
};

export const actions: Actions = {
  renew: async (event) => {
    const { locals, params } = event;
    const renewed = await locals.app.teaching.renewKeys(params.class, locals.instructor);
    if (!renewed) error(404, locals.say('refusal.notLed'));
    carryKeys(event, renewed.classId, renewed.secrets);
    redirect(303, keysPath(renewed.classId));
  },
};
