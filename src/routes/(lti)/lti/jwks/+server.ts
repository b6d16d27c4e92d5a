import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** The keys by which platforms know what this tool has signed. */
export const GET: RequestHandler = async ({ locals, setHeaders }) => {
  setHeaders({ 'cache-control': 'max-age=3600' });
  return json(await locals.lti.publicKeys());
};
