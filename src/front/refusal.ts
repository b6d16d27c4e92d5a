import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import { ownHeaders } from './headers.ts';

/** A request that is turned away before the app sees it. */
export interface Refusal {
  readonly status: number;
  readonly title: string;
  /** What happened, that nothing was stored, what to do. */
  readonly words: string;
  /** Headers that this status asks for, for instance `allow`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Milliseconds for which the rest of a refused body is taken in, so that its sender hears why. */
const lingerMs = 5_000;

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** The refusal as a small page that needs nothing else. */
function refusalPage({ title, words }: Refusal): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)} · Verbatim</title>
<style>:root{color-scheme:light dark}body{font:1.125rem/1.5 Georgia,serif;max-width:36rem;margin:3rem auto;padding:0 1rem}</style>
</head><body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(words)}</p><p><a href="/">To the front page</a></p></main></body></html>
`;
}

function headersOf(page: string, refusal: Refusal): Record<string, string> {
  return {
    ...refusal.headers,
    'content-type': 'text/html; charset=utf-8',
    'content-length': String(Buffer.byteLength(page)),
    connection: 'close',
  };
}

/**
 * Sends a refusal and lets the connection go. A body that is still on its way is taken in and
 * dropped first: closed at once, the connection breaks before the sender has read the words.
 */
export function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  const page = refusalPage(refusal);
  response.writeHead(refusal.status, headersOf(page, refusal));
  response.write(page);
  const late = setTimeout(() => response.end(), lingerMs);
  request.once('close', () => {
    clearTimeout(late);
    response.end();
  });
  request.resume();
}

/** The refusal as it goes over the wire, for a request that Node could not read as one. */
export function refusalText(refusal: Refusal, isHttps: boolean): string {
  const page = refusalPage(refusal);
  const headers = { ...ownHeaders(isHttps), ...headersOf(page, refusal) };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}\r\n${lines.join('')}\r\n${page}`;
}
