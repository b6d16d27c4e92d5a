import { error } from '@sveltejs/kit';
import { fillLms, type Lms, type LmsFilling } from '$lib/formats/fill-lms';
import type { LmsPage } from '$lib/server/exports/lms-grades';
import { postedFields } from '../../../../../../../posted-fields';

const names: Readonly<Record<string, Lms>> = { moodle: 'Moodle', canvas: 'Canvas' };

/** A request about the list of an LMS. */
interface Asked {
  readonly params: { readonly assignment: string; readonly lms: string };
  readonly locals: App.Locals;
}

/** The page of an LMS, for the instructor of the class alone. */
export async function findLmsPage({ params, locals }: Asked): Promise<LmsPage & { lms: Lms }> {
  const lms = names[params.lms];
  const page =
    lms && (await locals.app.teaching.showLmsGrades(params.assignment, locals.instructor));
  if (!lms || !page) error(404, locals.say('refusal.notLed'));
  return { ...page, lms };
}

/** Fills in the list that a form holds as text; 400 in words where it is no form. */
export async function readList(
  event: Asked & { readonly request: Request },
  { lms, grades }: LmsPage & { lms: Lms },
): Promise<LmsFilling> {
  const list = (await postedFields(event)).get('list')?.[0] ?? '';
  return fillLms(lms, list, grades);
}
