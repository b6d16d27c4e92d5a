import { error, fail, redirect } from '@sveltejs/kit';
import { enteredSettings, readAssignment } from '$lib/server/classes/assignment-form';
import { zonedDate } from '$lib/server/classes/zoned-time';
import { holdOwner } from '$lib/server/owner-cookie';
import { postedFields } from '../../../../posted-fields';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function findAssignment({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) {
  const { teaching } = locals.app;
  const shown = await teaching.showAssignment(params.assignment, locals.instructor);
  if (!shown) error(404, locals.say('refusal.notLed'));
  const { timeZone } = shown.classroom;
  return {
    shown,
    entered: enteredSettings(shown.assignment, shown.assignment.itemIds, timeZone),
  };
}

/** Back to the page, so that a reload sends nothing again. */
function backTo(event: RequestEvent, isLed: boolean, anchor: string): never {
  if (!isLed) error(404, event.locals.say('refusal.notLed'));
  redirect(303, `/teach/assignments/${event.params.assignment}${anchor}`);
}

export const load: PageServerLoad = async (event) => {
  const { shown, entered } = await findAssignment(event);
  const { assignment, classroom } = shown;
  const { closedAt, closesAt } = assignment;
  const at = (ms: number | null) => (ms === null ? null : zonedDate(ms, classroom.timeZone));
  return {
    classroom: { id: classroom.id, name: classroom.name, timeZone: classroom.timeZone },
    assignment: { id: assignment.id, title: assignment.title },
    bank: { title: shown.bankTitle, language: shown.language, stems: shown.stems },
    isOpen: shown.isOpen,
    begun: shown.begun,
    finished: shown.finished,
    closesAt: at(closesAt),
    endedAt: shown.isOpen ? null : at(closedAt ?? closesAt),
    entered,
    scores: await event.locals.lti.showScores(assignment.id, event.locals.instructor),
    isSaved: event.url.searchParams.has('saved'),
  };
};

export const actions: Actions = {
  settings: async (event) => {
    const { locals, params } = event;
    const { shown, entered: before } = await findAssignment(event);
    const { timeZone } = shown.classroom;
    const rules = { say: locals.say, nowMs: Date.now(), timeZone, itemIds: null };
    const reading = readAssignment(await postedFields(event), before, rules);
    const { entered, faults, settings } = reading;
    if (faults.length > 0) return fail(400, { entered, faults });
    const { teaching } = locals.app;
    const isLed = await teaching.changeAssignment(params.assignment, settings, locals.instructor);
    backTo(event, isLed, '?saved#settings');
  },

  close: async (event) => {
    const { app, instructor } = event.locals;
    const isLed = await app.teaching.closeAssignment(event.params.assignment, instructor);
    backTo(event, isLed, '#state');
  },

  reopen: async (event) => {
    const { app, instructor } = event.locals;
    const isLed = await app.teaching.reopenAssignment(event.params.assignment, instructor);
    backTo(event, isLed, '#state');
  },

  try: async (event) => {
    const { locals, params } = event;
    await findAssignment(event);
    const { teaching } = locals.app;
    const owner = holdOwner(event);
    const started = await teaching.tryAssignment(params.assignment, locals.instructor, owner);
    if (started.kind === 'started') redirect(303, `/attempts/${started.attemptId}`);
    if (started.kind === 'unknown') error(404, locals.say('refusal.notLed'));
    return fail(409, { note: locals.say('teach.try.closed') });
  },

  resend: async (event) => {
    const { instructor, lti } = event.locals;
    const learner = (await postedFields(event)).get('learner')?.[0] ?? null;
    const sent = await lti.resendScores(event.params.assignment, instructor, learner);
    backTo(event, sent !== null, '#scores');
  },

  remove: async (event) => {
    const { locals, params } = event;
    const { teaching } = locals.app;
    const removed = await teaching.deleteAssignment(params.assignment, locals.instructor);
    if (!removed) error(404, locals.say('refusal.notLed'));
    redirect(303, `/teach/classes/${removed.classId}#assignments`);
  },
};
