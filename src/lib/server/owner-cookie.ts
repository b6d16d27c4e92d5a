import type { OwnerId } from '../quiz/ids.ts';
import { carriedSecret } from './carried-owner.ts';
import { makeOwnerSecret, ownerOf } from './owner.ts';

/** Seconds for which a browser keeps its secret after it last started an attempt: 180 days. */
const maxAge = 180 * 24 * 60 * 60;

interface CookieOptions {
  path: '/';
  httpOnly: true;
  sameSite: 'lax';
  secure: boolean;
  maxAge: number;
}

/** The parts of a request event that hold a browser's secret. */
export interface Cookied {
  readonly url: URL;
  /** `carried`: a secret of which it is not known that the browser keeps it. */
  readonly locals: { carried: string | null };
  readonly cookies: {
    get(name: string): string | undefined;
    set(name: string, value: string, options: CookieOptions): void;
    delete(name: string, options: { path: '/' }): void;
  };
}

/** `__Host-` binds the cookie to this host over https; plain http has no such form. */
function cookieName(url: URL): string {
  return url.protocol === 'https:' ? '__Host-verbatim' : 'verbatim';
}

/** Who this browser is; null before its first attempt. */
export function readOwner({ cookies, url }: Pick<Cookied, 'cookies' | 'url'>): OwnerId | null {
  return ownerOf(cookies.get(cookieName(url)));
}

/**
 * Who this browser is from now on: its own secret again, or a new one. One that its address carries
 * is never put into the cookie: whoever made that address would read all that is answered later.
 */
export function holdOwner({ cookies, locals, url }: Cookied): OwnerId {
  const held = cookies.get(cookieName(url));
  const isKept = held !== undefined && ownerOf(held) !== null;
  const carried = isKept ? null : carriedSecret(url);
  if (carried !== null) {
    locals.carried = carried;
    return ownerOf(carried) as OwnerId;
  }
  const secret = isKept ? held : makeOwnerSecret();
  if (!isKept) locals.carried = secret;
  keep({ cookies, url }, secret);
  return ownerOf(secret) as OwnerId;
}

/**
 * Makes a browser that keeps no cookies another from now on: whoever made an address with a secret
 * in it may know it, and is not to sit down together with whoever follows it.
 */
export function holdAnew({ cookies, locals, url }: Cookied): void {
  const secret = makeOwnerSecret();
  locals.carried = secret;
  keep({ cookies, url }, secret);
}

function keep({ cookies, url }: Pick<Cookied, 'cookies' | 'url'>, secret: string): void {
  const secure = url.protocol === 'https:';
  cookies.set(cookieName(url), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge,
  });
}

/** Forgets this browser, in its cookie and in the addresses of what it is shown from now on. */
export function dropOwner({ cookies, locals, url }: Cookied): void {
  locals.carried = null;
  cookies.delete(cookieName(url), { path: '/' });
}
