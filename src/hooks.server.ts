import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { openApp, type OpenedApp } from '$lib/server/open-app';
import { readOwner } from '$lib/server/owner-cookie';
import { isStorageFault } from '$lib/server/storage/store';

let opened: OpenedApp | null = null;

export const init: ServerInit = async () => {
  const app = await openApp(process.env);
  for (const line of app.messages) console.info(line);
  process.once('sveltekit:shutdown', () => void app.close());
  opened = app;
};

export const handle: Handle = async ({ event, resolve }) => {
  if (!opened) throw new Error('A request came before the app was opened');
  event.locals.app = opened.app;
  event.locals.owner = readOwner(event);
  if (!event.request.headers.has('x-enhance')) return resolve(event);
  return resolve(event, { transformPageChunk: ({ html }) => withoutStyles(html) });
};

/** For a page that goes into the place of one which has these styles already. */
function withoutStyles(html: string): string {
  return html.replace(/<style[^>]*>.*?<\/style>/gs, '');
}

export const handleError: HandleServerError = ({ error, status, message }) => {
  if (status !== 404) console.error(error);
  return { message: isStorageFault(error) ? unavailable : status === 404 ? message : unexpected };
};

const unavailable =
  'The answers can’t be reached at the moment, so nothing was stored. Go back and try again in a minute.';
const unexpected =
  'The server could not do this, so nothing was stored. Go back and try again; if it happens again, tell whoever runs this site.';
