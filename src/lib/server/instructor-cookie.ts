import type { InstructorId } from '../quiz/ids.ts';
import type { Cookied } from './owner-cookie.ts';
import { makeOwnerSecret, ownerOf } from './owner.ts';

/** Seconds for which a browser may lead its classes after it last opened one: 180 days. */
const maxAge = 180 * 24 * 60 * 60;

/** `__Host-` binds the cookie to this host over https; plain http has no such form. */
function cookieName(url: URL): string {
  return url.protocol === 'https:' ? '__Host-verbatim-teach' : 'verbatim-teach';
}

function idOf(secret: string | undefined): InstructorId | null {
  return ownerOf(secret) as string | null as InstructorId | null;
}

/** Which instructor's browser this is; null where it never opened a class. */
export function readInstructor({
  cookies,
  url,
}: Pick<Cookied, 'cookies' | 'url'>): InstructorId | null {
  return idOf(cookies.get(cookieName(url)));
}

/**
 * Which instructor's browser this is or would be, by its own secret or a new one; `hold` makes it so,
 * for as long as the browser is remembered.
 */
export function proposeInstructor({ cookies, url }: Pick<Cookied, 'cookies' | 'url'>): {
  readonly instructor: InstructorId;
  readonly hold: () => void;
} {
  const name = cookieName(url);
  const held = cookies.get(name);
  const secret = held !== undefined && idOf(held) !== null ? held : makeOwnerSecret();
  const secure = url.protocol === 'https:';
  return {
    instructor: idOf(secret) as InstructorId,
    hold: () =>
      cookies.set(name, secret, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge }),
  };
}

/** Forgets that this is an instructor's browser. */
export function dropInstructor({ cookies, url }: Pick<Cookied, 'cookies' | 'url'>): void {
  cookies.delete(cookieName(url), { path: '/' });
}
