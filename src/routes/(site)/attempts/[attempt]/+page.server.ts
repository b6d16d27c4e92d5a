import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const page = await locals.app.showResults(params.attempt, locals.owner);
  if (page === null) error(404, locals.say('refusal.noAttempt'));
  if (page.kind === 'kept') redirect(303, page.home);
  if (page.kind === 'unfinished') redirect(303, `/attempts/${params.attempt}/items/${page.open}`);
  return {
    page,
    shareUrl: `${url.origin}/banks/${page.bank.id}`,
    /** An answer came after the assignment had closed. */
    isLate: page.home !== null && url.searchParams.has('late'),
  };
};

export const actions: Actions = {
  retry: async ({ locals, params }) => {
    const attempt = await locals.app.retryMissed(params.attempt, locals.owner);
    if (!attempt) error(404, locals.say('refusal.nothingMissed'));
    redirect(303, `/attempts/${attempt}`);
  },
};
