import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
import { constants } from 'node:zlib';
import compression from 'compression';
import { refusalFor } from './admission.ts';
import { isPreflight, isTokenPost, pathOf, preflightHeaders, sharedHeaders } from './embedding.ts';
import { setHeaders } from './headers.ts';
import { isLaunchPost, launchHeaders } from './launches.ts';
import { originOf } from './origin.ts';
import { refuse } from './refusal.ts';
import type { Settings } from './settings.ts';
import { answerUnreadable } from './unreadable.ts';

/** The name of the header by which the app learns the scheme; a client's own is overwritten. */
export const protocolHeader = 'x-verbatim-protocol';

/** Milliseconds that a client may take, and how often that is looked at. */
export interface Patience {
  readonly headersMs: number;
  readonly requestMs: number;
  readonly idleMs: number;
  readonly checkMs: number;
}

const patience: Patience = { headersMs: 15_000, requestMs: 30_000, idleMs: 5_000, checkMs: 5_000 };

/** Milliseconds that a stop waits for the answers under way. */
const stopMs = 10_000;
/** How often it looks meanwhile for connections that have none under way. */
const idleCheckMs = 50;

/**
 * Brotli quality 5: close to the best size at a small part of its time. A stream of events goes out
 * as it is: compressed, an event would wait for those that fill a block.
 */
const compress = compression({
  filter: (request, response) =>
    response.getHeader('content-type') !== 'text/event-stream' &&
    compression.filter(request, response),
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
}) as unknown as (
  request: Parameters<RequestListener>[0],
  response: Parameters<RequestListener>[1],
  next: () => void,
) => void;

/** The server in front of an app: headers on every response, admission, compression, time-outs. */
export function makeServer(
  app: RequestListener,
  settings: Pick<Settings, 'origin'>,
  { headersMs, requestMs, idleMs, checkMs }: Patience = patience,
): Server {
  const options: ServerOptions = {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    keepAliveTimeout: idleMs,
    connectionsCheckingInterval: checkMs,
    // A missing Host is refused below, in words; Node would refuse it without our headers.
    requireHostHeader: false,
  };
  const receive: RequestListener = (request, response) => {
    const origin = originOf(request.headers, settings.origin);
    const isHttps = origin?.startsWith('https:') ?? false;
    const path = pathOf(request, origin);
    setHeaders(response, isHttps, { ...sharedHeaders(path), ...launchHeaders(path) });
    request.headers[protocolHeader] = isHttps ? 'https' : 'http';
    // The app asks where a form comes from; a token, or a platform's signature, says more than that.
    const isElsewhere = isTokenPost(request, path) || isLaunchPost(request, path);
    if (origin !== null && isElsewhere) request.headers.origin = origin;
    if (settings.origin !== null) request.headers.host = new URL(settings.origin).host;
    const isAsking = origin !== null && isPreflight(request, path);
    const refusal = isAsking ? null : refusalFor(request, origin);
    if (refusal) refuse(request, response, refusal);
    else if (isAsking) response.writeHead(204, preflightHeaders).end();
    else compress(request, response, () => app(request, response));
  };
  const server = createServer(options, receive);
  // An `Expect` that means nothing to us is no reason to refuse.
  server.on('checkExpectation', receive);
  answerUnreadable(server, settings.origin?.startsWith('https:') ?? false);
  return server;
}

/** Stops taking requests, lets those under way finish, and resolves once all are gone. */
export function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), stopMs);
    // A connection whose answer has just ended waits for a further request otherwise.
    const idle = setInterval(() => server.closeIdleConnections(), idleCheckMs);
    server.close(() => {
      clearTimeout(late);
      clearInterval(idle);
      resolve();
    });
    server.closeIdleConnections();
  });
}
