import type { IncomingMessage } from 'node:http';

const tokenForm = /^Bearer [A-Za-z0-9_-]{43}$/;

/** The path of a request as the app will read it; empty where it has none. */
export function pathOf({ url = '' }: Pick<IncomingMessage, 'url'>, origin: string | null): string {
  const address = `${origin ?? 'http://localhost'}${url}`;
  return URL.canParse(address) ? new URL(address).pathname : '';
}

/** True for quizzes that other sites show in frames. */
function isEmbedded(path: string): boolean {
  return path.startsWith('/embed/');
}

/** Made for other sites; the mark is what learning platforms show beside their activities. */
const sharedFiles: ReadonlySet<string> = new Set(['/embed.js', '/oembed', '/mark.svg']);

/**
 * Headers by which other sites may show and load what is made for them, in place of those that every
 * response carries; null takes one away. Credentials are allowed nowhere. Frames are refused by the
 * app's `frame-ancestors` where the operator wants it.
 */
export function sharedHeaders(path: string): Readonly<Record<string, string | null>> {
  const isShared = sharedFiles.has(path) || path.startsWith('/_app/immutable/');
  if (!isShared && !isEmbedded(path)) return {};
  return {
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    // A page that is isolated from other origins shows only frames that say the same of themselves.
    ...(isEmbedded(path) && {
      'x-frame-options': null,
      'cross-origin-embedder-policy': 'require-corp',
    }),
  };
}

/**
 * True for a post that says by a header who sends it, as no form can: a script of a frame sends it. In
 * a sandbox it comes from no origin (`Origin: null`), and no cookie makes it anybody’s.
 */
export function isTokenPost({ headers, method }: IncomingMessage, path: string): boolean {
  return method === 'POST' && isEmbedded(path) && tokenForm.test(headers.authorization ?? '');
}

/** True for a browser's question whether a frame's script may send what it is about to. */
export function isPreflight({ headers, method }: IncomingMessage, path: string): boolean {
  const asks = headers['access-control-request-method'];
  return method === 'OPTIONS' && isEmbedded(path) && asks !== undefined;
}

/** The answer to {@link isPreflight}: what frames need, and nothing more. */
export const preflightHeaders: Readonly<Record<string, string>> = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'authorization, x-enhance',
  'access-control-max-age': '86400',
};
