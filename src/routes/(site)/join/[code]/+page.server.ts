import { error, fail, redirect } from '@sveltejs/kit';
import { readFields } from '$lib/item-types/read-fields';
import { holdAnew, holdOwner } from '$lib/server/owner-cookie';
import type { NoClass } from '$lib/server/classes/find-joinable';
import type { JoinResult } from '$lib/server/classes/join-class';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/**
 * Who tries a code. A browser is known from here on: a form that is sent twice joins once, and what
 * it gets wrong is counted for it, not for everybody behind its address.
 */
function joinerOf(event: RequestEvent | Parameters<PageServerLoad>[0]) {
  const owner = holdOwner(event);
  return { owner, guesser: { browser: owner, address: event.getClientAddress() } };
}

function refuse({ locals, setHeaders }: Pick<RequestEvent, 'locals' | 'setHeaders'>, no: NoClass) {
  if (no.kind === 'unknown') error(404, locals.say('join.unknown'));
  if (no.kind === 'ended') error(410, locals.say('join.ended'));
  setHeaders({ 'retry-after': String(no.waitS) });
  return error(429, locals.say('join.wait', { minutes: Math.ceil(no.waitS / 60) }));
}

export const load: PageServerLoad = async (event) => {
  const { owner, guesser } = joinerOf(event);
  const page = await event.locals.app.seats.showJoin(event.params.code, owner, guesser);
  if (page.kind === 'seated') redirect(303, `/classes/${page.classId}`);
  if (event.locals.isUnkept) holdAnew(event);
  return page.kind === 'open' ? { page } : refuse(event, page);
};

async function readForm(request: Request) {
  const form = await request.formData().catch(() => null);
  return form && readFields(form);
}

function answer(event: RequestEvent, result: JoinResult, form: 'join' | 'rejoin', given: string) {
  if (result.kind === 'joined') redirect(303, `/classes/${result.classId}`);
  if (result.kind !== 'refused') return refuse(event, result);
  const { message, isKept } = result;
  return fail(400, { form, problem: message, given: isKept ? given : null });
}

export const actions: Actions = {
  join: async (event) => {
    const fields = await readForm(event.request);
    if (!fields) error(400, event.locals.say('refusal.unreadable'));
    const { code } = event.params;
    const result = await event.locals.app.seats.joinClass(code, joinerOf(event), fields);
    return answer(event, result, 'join', fields.get('name')?.[0] ?? '');
  },

  rejoin: async (event) => {
    const fields = await readForm(event.request);
    if (!fields) error(400, event.locals.say('refusal.unreadable'));
    const { code } = event.params;
    const result = await event.locals.app.seats.rejoinClass(code, joinerOf(event), fields);
    return answer(event, result, 'rejoin', fields.get('rejoin')?.[0] ?? '');
  },
};
