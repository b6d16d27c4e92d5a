import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

const noSuchAttempt =
  'This attempt is not on this device. Answers stay with the browser that gave them, and are deleted after 180 days. Start the quiz again from the front page.';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const page = await locals.app.showResults(params.attempt, locals.owner);
  if (page === null) error(404, noSuchAttempt);
  if (page.kind === 'unfinished') redirect(303, `/attempts/${params.attempt}/items/${page.open}`);
  return { page, shareUrl: `${url.origin}/banks/${page.bank.id}` };
};

export const actions: Actions = {
  retry: async ({ locals, params }) => {
    const attempt = await locals.app.retryMissed(params.attempt, locals.owner);
    if (!attempt) {
      error(
        404,
        'There is nothing to answer again here: the attempt is not finished, or not yours.',
      );
    }
    redirect(303, `/attempts/${attempt}`);
  },
};
