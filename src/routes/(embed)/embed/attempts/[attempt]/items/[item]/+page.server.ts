import { error, redirect } from '@sveltejs/kit';
import type { BankId, ItemId } from '$lib/quiz/ids';
import { embedOptions } from '$lib/server/embed/embed-options';
import {
  askAgain,
  readItemForm,
  refuseAnswer,
  reportProblem,
} from '../../../../../../item-actions';
import { embedData } from '../../../../../show-embed';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The item that is meant. Of an attempt whose first answer is to come, the address names the bank. */
function whereOf({ locals, params, url }: Pick<RequestEvent, 'locals' | 'params' | 'url'>) {
  const options = embedOptions(url);
  const bankId = url.searchParams.get('bank');
  return { attemptId: params.attempt, itemId: params.item, owner: locals.owner, bankId, options };
}

export const load: PageServerLoad = async (event) => {
  const { locals, params } = event;
  const where = whereOf(event);
  const page = await locals.app.openEmbeddedItem(where);
  if (page === null) error(404, locals.say('embed.notHere'));
  if (page.kind === 'not-reached') {
    redirect(303, `/embed/attempts/${params.attempt}/items/${page.open}`);
  }
  if (page.kind === 'closed') redirect(303, `/embed/attempts/${params.attempt}`);
  return embedData(locals, { kind: 'item', itemId: params.item as ItemId, page }, where.options);
};

/** Without script the browser is sent on, so that a reload posts nothing; the script takes the page. */
function answered({ locals, params, request, url }: RequestEvent) {
  if (request.headers.has('x-enhance')) return { note: null };
  const bank = locals.app.library.banks.get(url.searchParams.get('bank') as BankId);
  if (bank) locals.framedBank = bank.id;
  redirect(303, `/embed/attempts/${params.attempt}/items/${params.item}#verdict`);
}

export const actions: Actions = {
  answer: async (event) => {
    const { locals, params } = event;
    const fields = await readItemForm(event.request);
    if (!fields) return askAgain(locals.say('refusal.unreadableForm'));
    const result = await locals.app.answerEmbedded(whereOf(event), fields);
    if (result.kind !== 'stored') {
      return refuseAnswer(locals, result, fields, `/embed/attempts/${params.attempt}`);
    }
    return answered(event);
  },

  report: (event) => reportProblem(event.locals, event.request, whereOf(event)),
};
