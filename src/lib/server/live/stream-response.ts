import type { ClassPulse, Watched } from './class-pulse.ts';

/** Seconds after which a browser that was turned away may ask for a stream again. */
const againSeconds = '60';

/** Answers a request for a stream by one, or by 503 where there are too many. */
export function streamResponse(
  pulse: ClassPulse,
  watched: Watched,
  browser: string,
  request: Request,
): Response {
  const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store' };
  if (request.method === 'HEAD') return new Response(null, { headers });
  const body = pulse.follow(watched, browser, request.headers.get('last-event-id'));
  return body
    ? new Response(body, { headers })
    : new Response(null, { status: 503, headers: { 'retry-after': againSeconds } });
}
