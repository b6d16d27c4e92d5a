import { script } from '$lib/embed/host.ts?script-text';
import { digestOf } from '$lib/passage/digest';
import type { RequestHandler } from './$types';

/**
 * The script of pages that embed a quiz, at an address that stays. An hour after an update all have
 * the new one; where there is none, they are told so without its text.
 */
const headers = {
  'cache-control': 'max-age=3600',
  'content-type': 'text/javascript; charset=utf-8',
  etag: `"${digestOf(script).slice(0, 20)}"`,
};

export const GET: RequestHandler = () => new Response(script, { headers });
