import type { ClassId } from '../quiz/ids.ts';
import { readCode, recoveryCodeLength } from '../quiz/join-code.ts';
import { isLinkSecret, type ClassSecrets } from './classes/class-secrets.ts';

/** Seconds for which a class's secrets can be read again after they were made: ten minutes. */
const maxAge = 10 * 60;

/** The parts of a request event that carry a class's secrets to the page that shows them. */
interface KeysCookied {
  readonly url: URL;
  readonly cookies: {
    get(name: string): string | undefined;
    set(
      name: string,
      value: string,
      options: {
        path: string;
        httpOnly: true;
        sameSite: 'strict';
        secure: boolean;
        maxAge: number;
      },
    ): void;
  };
}

/** Bound to one page, so `__Secure-` and not `__Host-`, which is for every path. */
function cookieName(url: URL): string {
  return url.protocol === 'https:' ? '__Secure-verbatim-keys' : 'verbatim-keys';
}

/** Where a class's secrets are shown. */
export function keysPath(id: ClassId): string {
  return `/teach/classes/${id}/keys`;
}

/** Sends the secrets along to the page that shows them: in no address, and stored nowhere here. */
export function carryKeys(
  { cookies, url }: KeysCookied,
  id: ClassId,
  { link, recovery }: ClassSecrets,
): void {
  cookies.set(cookieName(url), `${link}.${recovery}`, {
    path: keysPath(id),
    httpOnly: true,
    sameSite: 'strict',
    secure: url.protocol === 'https:',
    maxAge,
  });
}

/** The secrets that came along; null once their time is over. */
export function readKeys({ cookies, url }: KeysCookied): ClassSecrets | null {
  const [link = '', recovery = ''] = cookies.get(cookieName(url))?.split('.') ?? [];
  const isWhole = isLinkSecret(link) && readCode(recovery, recoveryCodeLength) !== null;
  return isWhole ? { link, recovery } : null;
}
