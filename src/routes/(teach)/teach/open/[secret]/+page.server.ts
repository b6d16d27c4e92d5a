import { error, redirect } from '@sveltejs/kit';
import { proposeInstructor } from '$lib/server/instructor-cookie';
import { checkGuess } from '../../../../checked-guess';
import type { PageServerLoad } from './$types';

/** Takes a private link's secret out of the address bar: its cookie leads the class from here on. */
export const load: PageServerLoad = async (event) => {
  const { locals, params } = event;
  event.setHeaders({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
  const { instructor, hold } = proposeInstructor(event);
  const classId = await checkGuess(event, () =>
    locals.app.teaching.enterByLink(params.secret, instructor),
  );
  if (classId === null) error(404, locals.say('refusal.noLink'));
  hold();
  redirect(303, `/teach/classes/${classId}`);
};
