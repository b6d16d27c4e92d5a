import { error } from '@sveltejs/kit';
import { streamResponse } from '$lib/server/live/stream-response';
import type { RequestHandler } from './$types';

/** An event whenever the class is given something, or shown something, for its learners. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
  const watched = await locals.app.seats.watchClass(params.class, locals.owner);
  if (!watched || locals.owner === null) error(404, locals.say('live.noSeat'));
  return streamResponse(locals.pulse, watched, locals.owner, request);
};
