import { fail } from '@sveltejs/kit';
import type { Fields } from '$lib/item-types/contract';
import type { PickFault } from '$lib/server/lti/deep-link';
import { fieldOf, postedForm } from '../../posted-form';
import { refuseLaunch, refuseSession } from '../../refuse-launch';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals, request }) => {
  if (request.method !== 'POST') refuseSession(locals);
};

/** The choice again, with what was written. */
async function pickAgain({ locals }: RequestEvent, fields: Fields, only: string | null) {
  const field = fieldOf(fields);
  const page = await locals.lti.showPick(field('session') ?? '', only);
  if (!page) refuseSession(locals);
  locals.frames = locals.lti.framesOf(page.platformId);
  const entered = {
    draw: field('draw') ?? '',
    order: field('order') ?? 'given',
    pass: field('pass') ?? '',
  };
  return { kind: 'pick' as const, page, entered };
}

function faultsOf({ say }: App.Locals, { isNone, options }: PickFault) {
  return [
    ...(isNone ? [{ field: 'bank', message: say('lti.pick.none') }] : []),
    ...options.map(({ name, value }) => ({
      field: name,
      message: say('lti.pick.fault', { value }),
    })),
  ];
}

export const actions: Actions = {
  questions: async (event) => {
    const fields = await postedForm(event);
    const again = await pickAgain(event, fields, fieldOf(fields)('only'));
    return { ...again, faults: [] };
  },

  choose: async (event) => {
    const { locals, url } = event;
    const fields = await postedForm(event);
    const session = fieldOf(fields)('session') ?? '';
    const chosen = await locals.lti.choosePick(session, fields, url.origin);
    if (chosen.kind === 'refused') refuseLaunch(locals, chosen.refusal);
    if (chosen.kind === 'fault') {
      const again = await pickAgain(
        event,
        fields,
        fields.has('items') ? fieldOf(fields)('bank') : null,
      );
      return fail(400, { ...again, faults: faultsOf(locals, chosen) });
    }
    const { platformId } = chosen.kind === 'desk' ? chosen.page : chosen;
    locals.frames = locals.lti.framesOf(platformId);
    if (chosen.kind === 'desk') return { kind: 'desk' as const, page: chosen.page };
    locals.postsTo = new URL(chosen.address).origin;
    return { kind: 'answer' as const, answer: chosen };
  },
};
