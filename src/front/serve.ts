import { createServer, type RequestListener, type Server } from 'node:http';
import compression from 'compression';
import { refusalFor } from './admission.ts';
import { setHeaders } from './headers.ts';
import { originOf } from './origin.ts';
import { refuse } from './refusal.ts';
import type { Settings } from './settings.ts';

/** The name of the header by which the app learns the scheme; a client's own is overwritten. */
export const protocolHeader = 'x-verbatim-protocol';

/** Milliseconds that a client may take, and that a stop waits for answers under way. */
const limits = { headersMs: 15_000, requestMs: 30_000, idleMs: 5_000, stopMs: 10_000 };

/** Brotli quality 5: close to the best size at a small part of its time. */
const compress = compression({ brotli: { params: { 1: 5 } } }) as unknown as (
  request: Parameters<RequestListener>[0],
  response: Parameters<RequestListener>[1],
  next: () => void,
) => void;

/** The server in front of an app: headers on every response, admission, compression, time-outs. */
export function makeServer(app: RequestListener, settings: Pick<Settings, 'origin'>): Server {
  const server = createServer((request, response) => {
    const origin = originOf(request.headers, settings.origin);
    const isHttps = origin?.startsWith('https:') ?? false;
    setHeaders(response, isHttps);
    request.headers[protocolHeader] = isHttps ? 'https' : 'http';
    if (settings.origin !== null) request.headers.host = new URL(settings.origin).host;
    const refusal = refusalFor(request, origin);
    if (refusal) refuse(response, refusal);
    else compress(request, response, () => app(request, response));
  });
  server.headersTimeout = limits.headersMs;
  server.requestTimeout = limits.requestMs;
  server.keepAliveTimeout = limits.idleMs;
  return server;
}

/** Stops taking requests, lets those under way finish, and resolves once all are gone. */
export function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), limits.stopMs);
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
}
