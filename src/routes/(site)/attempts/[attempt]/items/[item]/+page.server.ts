import { error, fail, redirect } from '@sveltejs/kit';
import { asksCertainty, holdAsking, wantsNoMore } from '$lib/server/certainty-cookie';
import { readFields } from '$lib/server/form-fields';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const noSuchQuestion =
  'This question is not part of an attempt on this device. Answers stay with the browser that gave them, and are deleted after 180 days. Start the quiz again from the front page.';

const unreadableForm =
  'This was not a form that the quiz sends. Nothing was stored. Reload the question and answer it again.';

const notes = {
  'already-answered': 'This question was answered before. The first answer stands.',
  revised:
    'The question was revised while it was open here, so nothing was stored. This is how it reads now: please answer it again.',
} as const;

export const load: PageServerLoad = async (event) => {
  const { locals, params } = event;
  const page = await locals.app.openItem(params.attempt, params.item, locals.owner);
  if (page === null) error(404, noSuchQuestion);
  if (page.kind === 'not-reached') {
    redirect(303, `/attempts/${params.attempt}/items/${page.open}`);
  }
  return { page, asksCertainty: asksCertainty(event) };
};

async function readForm(request: Request) {
  const form = await request.formData().catch(() => null);
  return form && readFields(form);
}

/** Without script the browser is sent on, so that a reload posts nothing; the script takes the page. */
function answered({ request, params }: RequestEvent) {
  if (request.headers.has('x-enhance')) return { note: null };
  redirect(303, `/attempts/${params.attempt}/items/${params.item}#verdict`);
}

/** The question again, with what is wrong, and with all that was sent. */
function asked(problem: string, given: Readonly<Record<string, readonly string[]>> = {}) {
  return fail(400, { problem, given });
}

export const actions: Actions = {
  answer: async (event) => {
    const { locals, params } = event;
    const fields = await readForm(event.request);
    if (!fields) return asked(unreadableForm);
    const where = { attemptId: params.attempt, itemId: params.item, owner: locals.owner };
    const result = await locals.app.answerItem(where, fields);
    switch (result.kind) {
      case 'stored':
        if (wantsNoMore(fields)) holdAsking(event, false);
        return answered(event);
      case 'unknown':
        return error(404, noSuchQuestion);
      case 'not-reached':
        return error(
          409,
          'This question has not been reached yet. Nothing was stored. Answer the ones before it first.',
        );
      case 'unreadable':
        return asked(result.message, Object.fromEntries(fields));
      default:
        return fail(409, { note: notes[result.kind] });
    }
  },

  report: async (event) => {
    const { locals, params } = event;
    const fields = await readForm(event.request);
    if (!fields) return fail(400, { note: unreadableForm });
    const where = { attemptId: params.attempt, itemId: params.item, owner: locals.owner };
    const result = await locals.app.reportItem(where, fields);
    if (result.kind === 'unknown') error(404, noSuchQuestion);
    if (result.kind === 'unreadable') return fail(400, { note: result.message });
    return { thanks: 'Thank you. The curator will see your report with this question and answer.' };
  },
};
