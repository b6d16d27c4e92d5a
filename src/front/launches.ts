import type { IncomingMessage } from 'node:http';

/** What learning platforms post by a browser of theirs: by exact path, and nothing else. */
const postedFromPlatforms: ReadonlySet<string> = new Set(['/lti/login', '/lti/launch']);

/**
 * True for a login or launch that comes from a platform’s page. What it may do is decided by the
 * platform’s signature, and no cookie makes it anybody’s.
 */
export function isLaunchPost({ method }: IncomingMessage, path: string): boolean {
  return method === 'POST' && postedFromPlatforms.has(path);
}

/**
 * Headers by which platforms may show their pages of this site in frames and windows of their own, in
 * place of those that every response carries; which platforms may is said by the app.
 */
export function launchHeaders(path: string): Readonly<Record<string, string | null>> {
  if (!path.startsWith('/lti/') || path.startsWith('/lti/teach/')) return {};
  return {
    'x-frame-options': null,
    'cross-origin-opener-policy': null,
    'cross-origin-resource-policy': 'cross-origin',
  };
}
