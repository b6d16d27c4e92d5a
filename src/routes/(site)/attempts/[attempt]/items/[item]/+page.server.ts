import { error, redirect } from '@sveltejs/kit';
import { asksCertainty, holdAsking, wantsNoMore } from '$lib/server/certainty-cookie';
import { askAgain, readItemForm, refuseAnswer, reportProblem } from '../../../../../item-actions';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locals, params } = event;
  const page = await locals.app.openItem(params.attempt, params.item, locals.owner);
  if (page === null) error(404, locals.say('refusal.noQuestion'));
  if (page.kind === 'not-reached') {
    redirect(303, `/attempts/${params.attempt}/items/${page.open}`);
  }
  if (page.kind === 'closed') redirect(303, `/attempts/${params.attempt}`);
  return { page, asksCertainty: asksCertainty(event) };
};

/** Without script the browser is sent on, so that a reload posts nothing; the script takes the page. */
function answered({ request, params }: RequestEvent) {
  if (request.headers.has('x-enhance')) return { note: null };
  redirect(303, `/attempts/${params.attempt}/items/${params.item}#verdict`);
}

function whereOf({ locals, params }: RequestEvent) {
  return { attemptId: params.attempt, itemId: params.item, owner: locals.owner };
}

export const actions: Actions = {
  answer: async (event) => {
    const { locals, params } = event;
    const fields = await readItemForm(event.request);
    if (!fields) return askAgain(locals.say('refusal.unreadableForm'));
    const result = await locals.app.answerItem(whereOf(event), fields);
    if (result.kind !== 'stored') {
      return refuseAnswer(locals, result, fields, `/attempts/${params.attempt}`);
    }
    if (wantsNoMore(fields)) holdAsking(event, false);
    return answered(event);
  },

  report: (event) => reportProblem(event.locals, event.request, whereOf(event)),
};
