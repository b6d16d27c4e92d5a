import { error } from '@sveltejs/kit';
import { streamResponse } from '$lib/server/live/stream-response';
import type { RequestHandler } from './$types';

/** An event whenever something of the class changes, for its instructor. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
  const watched = await locals.app.teaching.watchClass(params.class, locals.instructor);
  if (!watched || locals.instructor === null) error(404, locals.say('live.noClass'));
  return streamResponse(locals.pulse, watched, locals.instructor, request);
};
