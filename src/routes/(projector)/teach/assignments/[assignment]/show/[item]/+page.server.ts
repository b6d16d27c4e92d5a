import { error, redirect } from '@sveltejs/kit';
import type { StageMove } from '$lib/server/live/stage-item';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { assignment, item } = params;
  const page = await locals.app.teaching.showItem(assignment, item, locals.instructor);
  if (!page) error(404, locals.say('live.noItem'));
  return { page };
};

/** Moves an item to a stage and sends the browser to a page, so that a reload posts nothing. */
function act(move: StageMove, to: (event: RequestEvent, item: string) => string) {
  return async (event: RequestEvent) => {
    const { locals, params, url } = event;
    const item = url.searchParams.get('to') ?? params.item;
    const where = { assignmentId: params.assignment, itemId: item, move };
    const isDone = await locals.app.teaching.stageItem(where, locals.instructor);
    if (!isDone) error(404, locals.say('live.noItem'));
    redirect(303, to(event, item));
  };
}

const same = ({ params }: RequestEvent, item: string) =>
  `/teach/assignments/${params.assignment}/show/${item}`;

export const actions: Actions = {
  passage: act('passage', same),
  vote: act('vote', same),
  show: act('counts', same),
  stop: act('stop', ({ params }) => `/teach/assignments/${params.assignment}/live`),
};
