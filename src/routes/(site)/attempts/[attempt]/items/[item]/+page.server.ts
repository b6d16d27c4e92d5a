import { error, fail, redirect } from '@sveltejs/kit';
import { asksCertainty, holdAsking, wantsNoMore } from '$lib/server/certainty-cookie';
import { readFields } from '$lib/server/form-fields';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const notes = {
  'already-answered': 'refusal.alreadyAnswered',
  revised: 'refusal.revised',
} as const;

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
    if (!fields) return asked(locals.say('refusal.unreadableForm'));
    const where = { attemptId: params.attempt, itemId: params.item, owner: locals.owner };
    const result = await locals.app.answerItem(where, fields);
    switch (result.kind) {
      case 'stored':
        if (wantsNoMore(fields)) holdAsking(event, false);
        return answered(event);
      case 'unknown':
        return error(404, locals.say('refusal.noQuestion'));
      case 'not-reached':
        return error(409, locals.say('refusal.notReached'));
      case 'closed':
        return redirect(303, `/attempts/${params.attempt}?late`);
      case 'unreadable':
        return asked(result.message, Object.fromEntries(fields));
      default:
        return fail(409, { note: locals.say(notes[result.kind]) });
    }
  },

  report: async (event) => {
    const { locals, params } = event;
    const fields = await readForm(event.request);
    if (!fields) return fail(400, { note: locals.say('refusal.unreadableForm') });
    const where = { attemptId: params.attempt, itemId: params.item, owner: locals.owner };
    const result = await locals.app.reportItem(where, fields);
    if (result.kind === 'unknown') error(404, locals.say('refusal.noQuestion'));
    if (result.kind === 'unreadable') return fail(400, { note: result.message });
    return { thanks: locals.say(result.isInClass ? 'thanks.reportInClass' : 'thanks.report') };
  },
};
