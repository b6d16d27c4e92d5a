import { dev } from '$app/environment';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { accentStyle } from '$lib/embed/accent';
import { english } from '$lib/messages/english';
import { chooseLanguage, requireInterfaceLanguage, speakerOf } from '$lib/messages/languages';
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
import { embedCaller, embedOptions } from '$lib/server/embed/embed-options';
import {
  carryJourney,
  embedPage,
  framedPolicy,
  framingPolicy,
  inColours,
  isEmbedPath,
} from '$lib/server/embed/embed-page';
import { isLaunchPath, unreadableLaunch } from '$lib/server/lti/launch-path';
import { refusalLine } from '$lib/server/lti/refusal-line';
import { openApp, type OpenedApp } from '$lib/server/open-app';
import { ownerOf } from '$lib/server/owner';
import { openPreview, type Preview } from '$lib/server/preview/open-preview';
import { readOwner } from '$lib/server/owner-cookie';
import { isStorageFault } from '$lib/server/storage/store';

type Resolve = Parameters<Handle>[0]['resolve'];

let opened: OpenedApp | null = null;
let preview: Preview | null = null;

export const init: ServerInit = async () => {
  const thread = dev ? 'src/lib/server/exports/export-thread.ts' : 'build/threads/export-thread.js';
  requireInterfaceLanguage(process.env['INTERFACE_LANGUAGE']);
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

export const handle: Handle = ({ event, resolve }) => {
  const isEmbed = isEmbedded(event);
  const speaker = speakerFor(event, isEmbed ? embedOptions(event.url).language : null);
  event.locals.language = speaker.language;
  event.locals.say = speaker.say;
  // Below, since `handleError` speaks too.
  if (!opened) throw new Error('A request came before the app was opened');
  equip(event.locals, opened, speaker);
  if (isEmbed) return answerEmbed(event, resolve, speaker);
  if (isLaunchPath(event.url.pathname)) {
    return answerLaunch(event, resolve, speaker, opened.platformOrigins());
  }
  return answerSite(event, resolve, speaker);
};

/** Hands a request what it may call. */
function equip(locals: App.Locals, app: OpenedApp, { say }: Speaker): void {
  locals.app = app.appFor(say);
  locals.lti = app.ltiFor(say);
  locals.report = console.warn;
  locals.exports = app.exports;
  locals.framing = app.framing;
  locals.preview = preview;
  locals.guesses = app.guessLimit;
  locals.pulse = app.pulse;
  locals.recordStore = app.recordStore;
}

/** Answers a page of our own site: who is asking is in a cookie, or in the address (record 007). */
async function answerSite(
  event: RequestEvent,
  resolve: Resolve,
  speaker: Speaker,
): Promise<Response> {
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
  const policy = response.headers.get('content-security-policy');
  if (event.locals.isFraming && policy) {
    response.headers.set('content-security-policy', framingPolicy(policy));
  }
  return event.locals.isUnavailable ? asUnavailable(response) : response;
}

/** A path may be written with escapes (`/%65mbed/…`), which only the route sees through. */
function isEmbedded({ route, url }: RequestEvent): boolean {
  return isEmbedPath(url.pathname) || (route.id?.startsWith('/(embed)/embed/') ?? false);
}

/** The language that is asked for by name where it is spoken, or else the server's, or the reader's. */
function speakerFor({ request }: RequestEvent, asked: string | null): Speaker {
  const tags = asked === null ? [] : [asked, asked.split('-')[0] ?? ''];
  const spoken = tags.find((tag) => speakerOf(tag).language === tag);
  const named = spoken ?? process.env['INTERFACE_LANGUAGE'];
  return speakerOf(chooseLanguage(named, request.headers.get('accept-language')));
}

/** Answers in the frame of another site: cookies are neither read nor set there (record 011). */
async function answerEmbed(
  event: RequestEvent,
  resolve: Resolve,
  speaker: Speaker,
): Promise<Response> {
  const { locals, request, url } = event;
  const caller = embedCaller(request.headers.get('authorization'), url);
  locals.owner = ownerOf(caller.secret ?? undefined);
  locals.instructor = null;
  locals.carried = caller.isCarried ? caller.secret : null;
  locals.isUnkept = false;
  const options = embedOptions(url);
  const accent = options.accent === null ? '' : accentStyle(options.accent);
  const journey = () => ({ bankId: locals.framedBank ?? null, options, secret: locals.carried });
  const response = await resolve(event, {
    transformPageChunk({ html }) {
      const page = embedPage(inLanguage(html, speaker), journey());
      if (request.headers.has('x-enhance')) return withoutStyles(page);
      return inColours(page, options.theme, accent);
    },
  });
  const { headers } = response;
  const location = headers.get('location');
  if (location) headers.set('location', carryJourney(location, journey()));
  // A page that shows no quiz, as before a launch's token is read, may be framed as the address says.
  const bank = locals.framedBank ?? url.searchParams.get('bank');
  const policy = headers.get('content-security-policy');
  if (policy) {
    const ancestors = locals.framing.ancestorsOf(bank);
    headers.set('content-security-policy', framedPolicy(policy, url.origin, ancestors));
  }
  return locals.isUnavailable ? asUnavailable(response) : response;
}

/** Answers a learning platform, in its frame: nobody is known there by a cookie (record 014). */
async function answerLaunch(
  event: RequestEvent,
  resolve: Resolve,
  speaker: Speaker,
  origins: readonly string[],
): Promise<Response> {
  const { locals } = event;
  locals.owner = null;
  locals.instructor = null;
  locals.carried = null;
  locals.isUnkept = false;
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => inLanguage(html, speaker),
  });
  const { headers } = response;
  const policy = headers.get('content-security-policy');
  // A refusal is read wherever it comes up; there is nothing on it to be clicked by mistake.
  const ancestors = locals.isForPlatforms ? ["'self'", ...origins].join(' ') : '*';
  if (policy) {
    headers.set(
      'content-security-policy',
      policy
        .replace(/frame-ancestors [^;]*/, `frame-ancestors ${ancestors}`)
        .replace(/form-action [^;]*/, (all) => [all, locals.postsTo].filter(Boolean).join(' ')),
    );
  }
  return locals.isUnavailable ? asUnavailable(response) : response;
}

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
  if (status === 415 && isLaunchPath(event.url.pathname)) {
    const unreadable = unreadableLaunch(event, say);
    console.warn(refusalLine(unreadable.lti));
    return unreadable;
  }
  if (status < 500) return { message: say('refusal.unreadable') };
  console.error(error);
  event.locals.isUnavailable = isStorageFault(error);
  return { message: say(isStorageFault(error) ? 'refusal.unavailable' : 'refusal.unexpected') };
};
