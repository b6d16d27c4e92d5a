import type { IncomingMessage } from 'node:http';
import { isTokenPost, pathOf } from './embedding.ts';
import { isLaunchPost } from './launches.ts';
import { isSameOrigin } from './origin.ts';
import type { Refusal } from './refusal.ts';

/** Bytes that a posted body may have. */
const bodyLimit = 65_536;

const methods = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

const foreign: Refusal = {
  status: 403,
  title: 'Sent from another site',
  words:
    'This form was not sent from a page of this site, so nothing was stored. Open the quiz here and answer again.',
};

/**
 * Says whether a request may reach the app: its method, where it was sent from, and the length of its
 * body. Null lets it pass.
 */
export function refusalFor(request: IncomingMessage, origin: string | null): Refusal | null {
  const { method = 'GET', headers } = request;
  if (origin === null) {
    const words =
      'The request does not say in a usable way which host it is for. Open the address of this site anew.';
    return { status: 400, title: 'Unknown host', words };
  }
  if (!methods.has(method)) {
    const words = `This site does not take ${method} requests. Nothing was changed.`;
    const headers = { allow: [...methods].join(', ') };
    return { status: 405, title: 'Not that way', words, headers };
  }
  if (method === 'GET' || method === 'HEAD') return null;
  const path = pathOf(request, origin);
  const isFromFrame = isTokenPost(request, path) || isLaunchPost(request, path);
  if (!isFromFrame && !isSameOrigin(headers, origin)) return foreign;
  const length = headers['content-length'];
  if (length === undefined && method === 'OPTIONS' && !headers['transfer-encoding']) return null;
  if (length === undefined) {
    const words = 'The request did not say how long it is, so it was not read. Nothing was stored.';
    return { status: 411, title: 'Length missing', words };
  }
  if (Number(length) <= bodyLimit) return null;
  const words =
    'What was sent is larger than any form here can be (64 kB), so nothing was stored. Go back and shorten it; a long list can be sent in parts.';
  return { status: 413, title: 'Too large', words };
}
