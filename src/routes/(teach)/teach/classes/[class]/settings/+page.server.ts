import { error, fail, redirect } from '@sveltejs/kit';
import { endBounds, enteredSettings } from '$lib/server/classes/class-settings';
import { postedFields } from '../../../../../posted-fields';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { teaching } = locals.app;
  const shown = await teaching.showContents(params.class, locals.instructor);
  if (!shown) error(404, locals.say('refusal.notLed'));
  const { id, name, timeZone } = shown.classroom;
  const listed = await teaching.showClass(params.class, locals.instructor);
  return {
    classroom: { id, name },
    settings: enteredSettings(shown.classroom),
    bounds: endBounds(Date.now(), timeZone),
    contents: shown.contents,
    ownWords: shown.ownWords,
    assignments: (listed?.assignments ?? []).map((each) => ({ id: each.id, title: each.title })),
  };
};

/** True where the box that says “I mean it” is ticked. */
async function isMeant(event: RequestEvent): Promise<boolean> {
  const fields = await postedFields(event);
  return fields.get('sure')?.[0] === 'yes';
}

/** The page again, its form open: nothing is done that is not meant. */
function unmeant(unsure: 'anonymise' | 'delete') {
  return fail(400, { unsure });
}

export const actions: Actions = {
  save: async (event) => {
    const { locals, params } = event;
    const fields = await postedFields(event);
    const { teaching } = locals.app;
    const changed = await teaching.changeSettings(params.class, locals.instructor, fields);
    if (changed.kind === 'unknown') error(404, locals.say('refusal.notLed'));
    if (changed.kind === 'refused') {
      return fail(400, { entered: changed.entered, faults: changed.faults });
    }
    return { said: locals.say('settings.saved') };
  },

  anonymise: async (event) => {
    const { locals, params } = event;
    if (!(await isMeant(event))) return unmeant('anonymise');
    const isDone = await locals.app.teaching.anonymiseClass(params.class, locals.instructor);
    if (!isDone) error(404, locals.say('refusal.notLed'));
    return { said: locals.say('settings.anonymise.done') };
  },

  delete: async (event) => {
    const { locals, params } = event;
    if (!(await isMeant(event))) return unmeant('delete');
    const gone = await locals.app.teaching.deleteClass(params.class, locals.instructor);
    if (!gone) error(404, locals.say('refusal.notLed'));
    const counts = Object.entries(gone).map(([kind, n]) => [kind, String(n)]);
    redirect(303, `/teach/deleted?${new URLSearchParams(counts).toString()}`);
  },
};
