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
async function pickAgain({ locals }: RequestEvent, fields: Fields, only: string | null = null) {
  const field = fieldOf(fields);
  const page = await locals.lti.showPick(field('session') ?? '', only);
  if (!page) refuseSession(locals);
  locals.frames = locals.lti.framesOf(page.platformId);
  const entered = {
    banks: fields.get('bank') ?? [],
    items: fields.get('items') ?? (fields.has('only') ? [] : null),
    draw: field('draw') ?? '',
    order: field('order') ?? 'given',
    pass: field('pass') ?? '',
  };
  return { kind: 'pick' as const, page, entered };
}

function faultsOf({ say }: App.Locals, { isEmpty, isNone, options }: PickFault) {
  return [
    ...(isNone ? [{ field: 'bank', message: say('lti.pick.none') }] : []),
    ...(isEmpty ? [{ field: 'items', message: say('teach.fault.noItems') }] : []),
    ...options.map((fault) => ({ field: fault.name, message: optionWords(say, fault) })),
  ];
}

function optionWords(say: App.Locals['say'], { name, value }: PickFault['options'][number]) {
  if (name === 'pass') return say('teach.fault.pass', { text: value });
  return name === 'draw' ? say('lti.pick.fault.draw', { value }) : say('lti.pick.fault', { value });
}

export const actions: Actions = {
  /** The quiz’s questions, all of them ticked. */
  questions: async (event) => {
    const fields = await postedForm(event);
    const again = await pickAgain(event, fields, fieldOf(fields)('only'));
    return { ...again, entered: { ...again.entered, items: null }, faults: [] };
  },

  /** Back to the quizzes. */
  quizzes: async (event) => ({ ...(await pickAgain(event, await postedForm(event))), faults: [] }),

  choose: async (event) => {
    const { locals, url } = event;
    const fields = await postedForm(event);
    const session = fieldOf(fields)('session') ?? '';
    const chosen = await locals.lti.choosePick(session, fields, url.origin);
    if (chosen.kind === 'refused') refuseLaunch(locals, chosen.refusal);
    if (chosen.kind === 'fault') {
      const again = await pickAgain(event, fields, fieldOf(fields)('only'));
      return fail(400, { ...again, faults: faultsOf(locals, chosen) });
    }
    const { platformId } = chosen.kind === 'desk' ? chosen.page : chosen;
    locals.frames = locals.lti.framesOf(platformId);
    if (chosen.kind === 'desk') return { kind: 'desk' as const, page: chosen.page };
    locals.postsTo = new URL(chosen.address).origin;
    return { kind: 'answer' as const, answer: chosen };
  },
};
