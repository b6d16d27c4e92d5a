import { error, redirect } from '@sveltejs/kit';
import { embedOptions } from '$lib/server/embed/embed-options';
import { embedData } from '../../../show-embed';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const shown = await locals.app.openEmbeddedAttempt(params.attempt, locals.owner);
  if (!shown) error(404, locals.say('embed.notHere'));
  /** An answer came after the assignment had closed. */
  const isLate = shown.kind !== 'item' && url.searchParams.has('late');
  return { ...(await embedData(locals, shown, embedOptions(url))), isLate };
};

export const actions: Actions = {
  again: async ({ locals, params, url }) => {
    const options = embedOptions(url);
    const next = await locals.app.embedAgain(params.attempt, locals.owner, options);
    if (!next) error(404, locals.say('embed.notHere'));
    redirect(303, `/embed/attempts/${next}`);
  },
};
