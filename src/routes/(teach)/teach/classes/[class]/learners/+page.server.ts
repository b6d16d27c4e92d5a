import { error, fail } from '@sveltejs/kit';
import type { Changed } from '$lib/server/classes/change-learner';
import type { More } from '$lib/server/classes/allow-more';
import { postedFields } from '../../../../../posted-fields';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const shown = await locals.app.teaching.showLearners(params.class, locals.instructor);
  if (!shown) error(404, locals.say('refusal.notLed'));
  const { id, name, timeZone } = shown.classroom;
  const { assignments, learners } = shown;
  const chosen = url.searchParams.get('learner');
  return {
    classroom: { id, name, timeZone },
    assignments,
    learners,
    chosen: learners.find((each) => each.id === chosen) ?? null,
  };
};

function whichOf({ locals, params, url }: RequestEvent) {
  const learnerId = url.searchParams.get('learner') ?? '';
  return { classId: params.class, learnerId, instructor: locals.instructor };
}

/** The page again, with what became of it. */
function answered({ locals }: RequestEvent, changed: Changed, until: string | null = null) {
  if (changed.kind === 'unknown') error(404, locals.say('refusal.noLearner'));
  if (changed.kind === 'refused') return fail(400, { problem: changed.said, until });
  return { said: changed.said };
}

/** What the buttons of the form ask for; null for anything else. */
function moreOf(kind: string, until: string, had: string): More | null {
  if (kind === 'time') return { kind, until };
  if (kind === 'attempt' && /^\d{1,3}$/.test(had)) return { kind, had: Number(had) };
  return kind === 'none' ? { kind } : null;
}

export const actions: Actions = {
  rename: async (event) => {
    const fields = await postedFields(event);
    const name = fields.get('name')?.[0] ?? '';
    return answered(event, await event.locals.app.teaching.renameLearner(whichOf(event), name));
  },

  plain: async (event) =>
    answered(event, await event.locals.app.teaching.renameLearner(whichOf(event), null)),

  renew: async (event) =>
    answered(event, await event.locals.app.teaching.renewRejoinCode(whichOf(event))),

  allow: async (event) => {
    const fields = await postedFields(event);
    const of = (name: string) => fields.get(name)?.[0] ?? '';
    const more = moreOf(of('more'), of('until'), of(`had-${of('assignment')}`));
    if (!more) error(400, event.locals.say('refusal.unreadable'));
    const { teaching } = event.locals.app;
    const changed = await teaching.allowMore(whichOf(event), of('assignment'), more);
    return answered(event, changed, of('until'));
  },

  remove: async (event) =>
    answered(event, await event.locals.app.teaching.removeLearner(whichOf(event))),

  add: async (event) => {
    const { locals, params } = event;
    const list = (await postedFields(event)).get('list')?.[0] ?? '';
    const added = await locals.app.teaching.addLearners(params.class, locals.instructor, list);
    if (added.kind === 'unknown') error(404, locals.say('refusal.notLed'));
    if (added.kind === 'refused') return fail(400, { faults: added.faults, list });
    return { said: added.said };
  },
};
