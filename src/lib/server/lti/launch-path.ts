import type { Say } from '../../messages/say.ts';
import { refused, type Refusal } from './refusal.ts';

/**
 * True for what learning platforms and their users ask for. A ticket is no part of it: its window is a
 * browser's own, and keeps the instructor's cookie.
 */
export function isLaunchPath(pathname: string): boolean {
  return pathname.startsWith('/lti/') && !pathname.startsWith('/lti/teach/');
}

/** What is said to something that was posted and is no form. */
export function unreadableLaunch(
  { request }: { readonly request: Pick<Request, 'headers'> },
  say: Say,
): { readonly message: string; readonly lti: Refusal } {
  const type = request.headers.get('content-type') ?? 'none';
  const { refusal } = refused('form', 'application/x-www-form-urlencoded', type);
  return { message: say('lti.refusal.form'), lti: refusal };
}
