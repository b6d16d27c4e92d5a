import type { ServerResponse } from 'node:http';

/** A request that is turned away before the app sees it. */
export interface Refusal {
  readonly status: number;
  readonly title: string;
  /** What happened, that nothing was stored, what to do. */
  readonly words: string;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** The refusal as a small page that needs nothing else. */
export function refusalPage({ title, words }: Refusal): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)} · Verbatim</title>
<style>:root{color-scheme:light dark}body{font:1.125rem/1.5 Georgia,serif;max-width:36rem;margin:3rem auto;padding:0 1rem}</style>
</head><body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(words)}</p><p><a href="/">To the front page</a></p></main></body></html>
`;
}

/** Sends a refusal and lets the connection go, so that an unread body can't hold it. */
export function refuse(response: ServerResponse, refusal: Refusal): void {
  const page = refusalPage(refusal);
  response.writeHead(refusal.status, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(page),
    connection: 'close',
  });
  response.end(page);
}
