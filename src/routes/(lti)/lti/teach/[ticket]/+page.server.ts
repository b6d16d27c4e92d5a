import { redirect } from '@sveltejs/kit';
import { proposeInstructor } from '$lib/server/instructor-cookie';
import { refuseLaunch } from '../../../refuse-launch';
import type { PageServerLoad } from './$types';

/** Lets the browser of a ticket lead the class: its cookie does from here on. */
export const load: PageServerLoad = async (event) => {
  const { locals, params } = event;
  event.setHeaders({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
  const { hold, instructor } = proposeInstructor(event);
  const assignmentId = await locals.lti.takeTicket(params.ticket, instructor);
  if (assignmentId === null) {
    refuseLaunch(locals, { code: 'ticket', expected: null, came: null });
  }
  hold();
  redirect(303, `/teach/assignments/${assignmentId}`);
};
