import { error, json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** How far the exports of an assignment are, for the page that started them. */
export const GET: RequestHandler = async ({ params, locals }) => {
  const id = await locals.app.teaching.findLedId(params.assignment, locals.instructor);
  if (!id) error(404, locals.say('refusal.notLed'));
  return json(locals.exports.underWay(id), { headers: { 'cache-control': 'no-store' } });
};
