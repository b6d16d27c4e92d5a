import { error, type RequestEvent } from '@sveltejs/kit';

/**
 * Runs a check of a code, a link or a password within the limits on guessing: null where it opens
 * nothing, 429 in words where too many have failed. A `find` that gives anything else has succeeded.
 */
export async function checkGuess<T>(
  event: Pick<RequestEvent, 'locals' | 'getClientAddress' | 'setHeaders'>,
  find: () => Promise<T | null>,
): Promise<T | null> {
  const { locals } = event;
  const browser = locals.instructor ?? locals.owner;
  const guesser = { browser, address: event.getClientAddress() };
  const guessed = await locals.guesses.check(guesser, find);
  if (guessed.kind === 'checked') return guessed.found;
  event.setHeaders({ 'retry-after': String(guessed.waitS) });
  error(429, locals.say('refusal.guesses', { minutes: Math.ceil(guessed.waitS / 60) }));
}
