import { error, fail, redirect } from '@sveltejs/kit';
import { defaultDays } from '$lib/quiz/classroom';
import { proposedClass, readClass, refusedEntry } from '$lib/server/classes/class-form';
import { serverTimeZone, zonedText } from '$lib/server/classes/zoned-time';
import { proposeInstructor } from '$lib/server/instructor-cookie';
import { carryKeys, keysPath } from '$lib/server/keys-cookie';
import { checkGuess } from '../../../checked-guess';
import { postedFields } from '../../../posted-fields';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const dayMs = 86_400_000;

/** The form as it is proposed for the quiz that the address names; null where it names none. */
function propose({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>) {
  const named = url.searchParams.get('bank');
  if (named === null) return null;
  const bank = locals.app.teaching.offerBank(named);
  if (!bank) error(404, locals.say('refusal.noBank'));
  const day = zonedText(Date.now(), serverTimeZone()).slice(0, 10);
  const name = locals.say('teach.new.name', { on: new Date(day) });
  return { bank, entered: proposedClass(bank, name) };
}

export const load: PageServerLoad = (event) => {
  const { teaching } = event.locals.app;
  return {
    proposed: propose(event),
    banks: event.url.searchParams.has('bank') ? [] : teaching.offerBanks(),
    asks: teaching.asks,
    days: defaultDays,
    endsAt: Date.now() + defaultDays * dayMs,
  };
};

export const actions: Actions = {
  open: async (event) => {
    const { locals } = event;
    const { teaching } = locals.app;
    const proposed = propose(event);
    if (!proposed) error(404, locals.say('refusal.noBank'));
    const fields = await postedFields(event);
    const { listFaults } = teaching;
    const rules = { say: locals.say, nowMs: Date.now(), listFaults };
    const reading = readClass(fields, proposed.bank, proposed.entered, rules);
    const { entered, faults, given } = reading;
    if (faults.length > 0) return fail(400, { entered, faults });
    const mayOpen = async () => (await teaching.mayOpenClass(entered.entry)) || null;
    if (teaching.asks !== 'open' && !(await checkGuess(event, mayOpen))) {
      return fail(403, { entered, faults: refusedEntry(teaching.asks, locals.say) });
    }
    const { instructor, hold } = proposeInstructor(event);
    const opened = await teaching.openClass(given, instructor, entered.entry);
    if (!opened) error(404, locals.say('refusal.noBank'));
    hold();
    carryKeys(event, opened.classroom.id, opened.secrets);
    redirect(303, keysPath(opened.classroom.id));
  },
};
