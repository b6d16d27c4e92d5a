import { error, fail, redirect } from '@sveltejs/kit';
import { proposedAssignment, readAssignment } from '$lib/server/classes/assignment-form';
import { postedFields } from '../../../../../posted-fields';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The form as it is proposed for the quiz that the address names; null where it names none. */
function propose({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>) {
  const named = url.searchParams.get('bank');
  if (named === null) return null;
  const bank = locals.app.teaching.offerBank(named);
  if (!bank) error(404, locals.say('refusal.noBank'));
  return { bank, entered: proposedAssignment(bank) };
}

async function findClass({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) {
  const shown = await locals.app.teaching.showClass(params.class, locals.instructor);
  if (!shown) error(404, locals.say('refusal.notLed'));
  const { id, name, timeZone } = shown.classroom;
  return { id, name, timeZone };
}

export const load: PageServerLoad = async (event) => ({
  classroom: await findClass(event),
  proposed: propose(event),
  banks: event.url.searchParams.has('bank') ? [] : event.locals.app.teaching.offerBanks(),
});

export const actions: Actions = {
  assign: async (event) => {
    const { locals, params } = event;
    const { timeZone } = await findClass(event);
    const proposed = propose(event);
    if (!proposed) error(404, locals.say('refusal.noBank'));
    const { bank } = proposed;
    const itemIds = bank.items.map(({ id }) => id);
    const rules = { say: locals.say, nowMs: Date.now(), timeZone, itemIds };
    const fields = await postedFields(event);
    const { entered, faults, settings } = readAssignment(fields, proposed.entered, rules);
    if (faults.length > 0) return fail(400, { entered, faults });
    const given = { bankId: bank.id, itemIds: entered.items, settings };
    const { teaching } = locals.app;
    const added = await teaching.addAssignment(params.class, given, locals.instructor);
    if (!added) error(404, locals.say('refusal.notLed'));
    redirect(303, `/teach/assignments/${added.id}`);
  },
};
