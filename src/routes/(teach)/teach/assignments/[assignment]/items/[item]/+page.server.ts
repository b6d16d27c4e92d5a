import { error, fail, redirect } from '@sveltejs/kit';
import { postedFields } from '../../../../../../posted-fields';
import type { Actions, PageServerLoad } from './$types';

interface Asked {
  readonly params: { readonly assignment: string; readonly item: string };
  readonly locals: App.Locals;
  readonly url: URL;
  readonly request: Request;
}

const isNamed = (url: URL) => url.searchParams.get('names') !== 'off';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { assignment, item } = params;
  const page = await locals.app.teaching.showItemAnalysis(assignment, item, locals.instructor);
  if (page === null) error(404, locals.say('refusal.notLed'));
  const done = url.searchParams.get('done');
  return {
    page,
    isNamed: isNamed(url),
    done: done === 'corrected' || done === 'taken-back' ? done : null,
  };
};

/** Where the page says what was done, so that a reload does nothing again. */
function doneHref({ params, url }: Asked, done: 'corrected' | 'taken-back'): string {
  const names = isNamed(url) ? '' : '&names=off';
  return `/teach/assignments/${params.assignment}/items/${params.item}?done=${done}${names}`;
}

async function correct(event: Asked, isConfirmed: boolean) {
  const { locals, params, url } = event;
  const { correctItem, tryCorrection } = locals.app.teaching;
  const place = {
    assignmentId: params.assignment,
    itemId: params.item,
    instructor: locals.instructor,
    isNamed: isNamed(url),
  };
  const result = await (isConfirmed ? correctItem : tryCorrection)(
    place,
    await postedFields(event),
  );
  if (result.kind === 'unknown') error(404, locals.say('refusal.notLed'));
  if (result.kind === 'refused') return fail(400, result);
  if (result.kind === 'stored') redirect(303, doneHref(event, 'corrected'));
  return result;
}

async function takenBack(event: Asked) {
  const { locals, params, url } = event;
  return {
    assignmentId: params.assignment,
    rescoreId: (await postedFields(event)).get('correction')?.[0] ?? '',
    instructor: locals.instructor,
    isNamed: isNamed(url),
  };
}

export const actions: Actions = {
  previewCorrection: (event) => correct(event, false),
  correct: (event) => correct(event, true),
  previewTakingBack: async (event) => {
    const taken = await takenBack(event);
    const preview = await event.locals.app.teaching.tryTakingBack(taken);
    if (!preview) error(404, event.locals.say('correct.unknownRecord'));
    return { kind: 'takingBack' as const, correction: taken.rescoreId, preview };
  },
  takeBack: async (event) => {
    const isDone = await event.locals.app.teaching.takeBackCorrection(await takenBack(event));
    if (!isDone) error(404, event.locals.say('correct.unknownRecord'));
    redirect(303, doneHref(event, 'taken-back'));
  },
};
