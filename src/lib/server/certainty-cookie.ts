import type { Cookied } from './owner-cookie.ts';

const name = 'certainty';

/** Seconds for which a browser that does not want to be asked is remembered: 180 days. */
const maxAge = 180 * 24 * 60 * 60;

/** True unless this browser does not want to be asked how sure it is. */
export function asksCertainty({ cookies }: Pick<Cookied, 'cookies'>): boolean {
  return cookies.get(name) !== 'off';
}

/** Remembers whether this browser wants to be asked how sure it is. */
export function holdAsking(
  { cookies, url }: Pick<Cookied, 'cookies' | 'url'>,
  asks: boolean,
): void {
  const secure = url.protocol === 'https:';
  if (asks) cookies.delete(name, { path: '/' });
  else cookies.set(name, 'off', { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge });
}

/** True for a posted form that asks not to be asked again. */
export function wantsNoMore(fields: ReadonlyMap<string, readonly string[]>): boolean {
  return fields.get('certainty-asked')?.[0] === 'never';
}
