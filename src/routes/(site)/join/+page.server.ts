import { redirect } from '@sveltejs/kit';
import { readJoinCode } from '$lib/quiz/join-code';
import type { PageServerLoad } from './$types';

/** Characters of what was typed that are given back: a pasted link is no longer. */
const longest = 200;

export const load: PageServerLoad = async ({ locals, url }) => {
  const given = url.searchParams.get('code') ?? '';
  const code = readJoinCode(given);
  if (code !== null) redirect(303, `/join/${code}`);
  const joined = await locals.app.seats.listJoined(locals.owner);
  const problem = given.trim() === '' ? null : locals.say('join.unreadable');
  return { given: given.slice(0, longest), joined, problem };
};
