import { dev } from '$app/environment';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { english } from '$lib/messages/english';
import { chooseLanguage, speakerOf } from '$lib/messages/languages';
import type { Speaker } from '$lib/messages/say';
import {
  carriedOwner,
  carriedSecret,
  carryIn,
  carryInPage,
  withoutSecret,
} from '$lib/server/carried-owner';
import { readInstructor } from '$lib/server/instructor-cookie';
import { stopping } from '$lib/server/live/stopping';
import { openApp, type OpenedApp } from '$lib/server/open-app';
import { openPreview, type Preview } from '$lib/server/preview/open-preview';
import { readOwner } from '$lib/server/owner-cookie';
import { isStorageFault } from '$lib/server/storage/store';

let opened: OpenedApp | null = null;
let preview: Preview | null = null;

export const init: ServerInit = async () => {
  const thread = dev ? 'src/lib/server/exports/export-thread.ts' : 'build/threads/export-thread.js';
  const app = await openApp(process.env, thread);
  for (const line of app.messages) console.info(line);
  preview = await openPreview(process.env, console.error);
  process.once(stopping, () => app.pulse.close());
  process.once('sveltekit:shutdown', () => {
    preview?.close();
    void app.close();
  });
  opened = app;
};

export const handle: Handle = async ({ event, resolve }) => {
  const speaker = speakerOf(
    chooseLanguage(process.env['INTERFACE_LANGUAGE'], event.request.headers.get('accept-language')),
  );
  event.locals.language = speaker.language;
  event.locals.say = speaker.say;
  // Below, since `handleError` speaks too.
  if (!opened) throw new Error('A request came before the app was opened');
  event.locals.app = opened.appFor(speaker.say);
  event.locals.exports = opened.exports;
  event.locals.preview = preview;
  event.locals.guesses = opened.guessLimit;
  event.locals.pulse = opened.pulse;
  event.locals.recordStore = opened.recordStore;
  const kept = readOwner(event);
  const inAddress = carriedSecret(event.url);
  if (kept !== null && inAddress !== null && event.request.method === 'GET') {
    return movedTo(withoutSecret(event.url));
  }
  event.locals.owner = kept ?? carriedOwner(event.url);
  event.locals.instructor = readInstructor(event);
  event.locals.carried = kept === null ? inAddress : null;
  event.locals.isUnkept = event.locals.carried !== null;
  const isEnhanced = event.request.headers.has('x-enhance');
  // The script posts only where cookies are kept: a new secret is in the cookie then, and need not
  // stand in links, which may be passed on.
  const carried = () => (isEnhanced && !event.locals.isUnkept ? null : event.locals.carried);
  const response = await resolve(event, {
    transformPageChunk({ html }) {
      const page = inLanguage(isEnhanced ? withoutStyles(html) : html, speaker);
      const secret = carried();
      return secret === null ? page : carryInPage(page, secret);
    },
  });
  const location = response.headers.get('location');
  const secret = carried();
  if (location && secret !== null) response.headers.set('location', carryIn(location, secret));
  return event.locals.isUnavailable ? asUnavailable(response) : response;
};

/** Sends a browser that keeps its cookie on to the address without the secret. */
function movedTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}

/** Says in the page's first line in which language and direction it is written. */
function inLanguage(html: string, { language, direction }: Speaker): string {
  return html.replace('<html lang="en">', `<html lang="${language}" dir="${direction}">`);
}

/** For a page that goes into the place of one which has these styles already. */
function withoutStyles(html: string): string {
  return html.replace(/<style[^>]*>.*?<\/style>/gs, '');
}

/** The one place where a fault of the database becomes 503: try again in a minute. */
function asUnavailable({ body, headers }: Response): Response {
  const kept = new Headers(headers);
  kept.set('retry-after', '60');
  return new Response(body, { status: 503, headers: kept });
}

export const handleError: HandleServerError = ({ error, event, status, message }) => {
  if (status === 404) return { message };
  // What fails before `handle` has met no reader yet; a fault here would end the server.
  const { say = english.say }: Partial<App.Locals> = event.locals;
  if (status < 500) return { message: say('refusal.unreadable') };
  console.error(error);
  event.locals.isUnavailable = isStorageFault(error);
  return { message: say(isStorageFault(error) ? 'refusal.unavailable' : 'refusal.unexpected') };
};
