import { redirect } from '@sveltejs/kit';
import hostUrl from '$lib/embed/host.ts?worker&url';
import type { RequestHandler } from './$types';

/**
 * The script of pages that embed a quiz, at an address that stays while its file gets another name
 * with each version. An hour after an update all have the new one.
 */
export const GET: RequestHandler = ({ setHeaders }) => {
  setHeaders({ 'cache-control': 'max-age=3600' });
  redirect(302, hostUrl);
};
