import { readEmbedMessage } from '../../src/lib/embed/messages.ts';
import { anyAnswer } from './client.ts';

/** What came back to a frame. */
export interface FrameReply {
  readonly status: number;
  readonly location: string | null;
  readonly headers: Headers;
  readonly body: string;
}

/** A frame of another site as its script sends requests: by a header, from no origin, without cookies. */
export interface FrameClient {
  readonly token: string;
  readonly get: (path: string) => Promise<FrameReply>;
  readonly post: (path: string, form: Readonly<Record<string, string>>) => Promise<FrameReply>;
}

/** The headers that a browser adds to what the script of a sandboxed frame sends. */
const sealed = { origin: 'null', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' };

/** Asks for a path as given; a redirect is not followed. */
export async function askFrame(
  origin: string,
  path: string,
  init: RequestInit = {},
): Promise<FrameReply> {
  const response = await fetch(new URL(path, origin), { redirect: 'manual', ...init });
  return {
    status: response.status,
    location: response.headers.get('location'),
    headers: response.headers,
    body: await response.text(),
  };
}

/** A frame that holds this token. */
export function makeFrame(origin: string, token: string): FrameClient {
  const headers = {
    ...sealed,
    accept: 'text/html',
    'x-enhance': '1',
    authorization: `Bearer ${token}`,
  };
  return {
    token,
    get: (path) => askFrame(origin, path, { headers }),
    post: (path, form) =>
      askFrame(origin, path, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(form).toString(),
      }),
  };
}

/** The address to which a page's form is posted, without the secret; empty where it has none. */
export function formAddress(page: string): string {
  const [, address = ''] = /<form[^>]*action="([^"]*\?\/answer[^"]*)"/.exec(page) ?? [];
  return address
    .replaceAll('&amp;', '&')
    .replace(/&as=[\w-]+/, '')
    .replace(/#.*/, '');
}

/** The secret that a page's forms carry; empty where they carry none. */
export function carriedIn(page: string): string {
  return /[?&;]as=([\w-]{43})/.exec(page)?.[1] ?? '';
}

/** Opens a quiz in a frame; gives the frame and its first page. */
export async function openFrame(
  origin: string,
  path = '/embed/storm',
): Promise<{ readonly frame: FrameClient; readonly page: string }> {
  const { body } = await askFrame(origin, path);
  return { frame: makeFrame(origin, carriedIn(body)), page: body };
}

/** The link by which a reveal goes on; empty where there is none. */
export function nextAddress(page: string): string {
  const [, address = ''] = /<a class="button[^"]*" href="(\/embed\/[^"]*)"/.exec(page) ?? [];
  return address.replaceAll('&amp;', '&');
}

/** Answers every question with what comes first; gives each page that was sent, the results last. */
export async function playFrame(frame: FrameClient, first: string): Promise<string[]> {
  const pages: string[] = [];
  let page = first;
  for (let address = formAddress(page); address !== ''; address = formAddress(page)) {
    const reveal = (await frame.post(address, anyAnswer(page))).body;
    page = (await frame.get(nextAddress(reveal))).body;
    pages.push(reveal, page);
  }
  return pages;
}

/** The address of an attempt, from that of one of its forms. */
export function attemptOf(form: string): string {
  return form.split('/items/')[0] ?? '';
}

/** The messages that a page has for its host. */
export function toldBy(page: string) {
  const [, told = '[]'] = /data-told="([^"]*)"/.exec(page) ?? [];
  const messages = JSON.parse(told.replaceAll('&quot;', '"')) as unknown[];
  return messages.map(readEmbedMessage);
}
