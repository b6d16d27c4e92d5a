import type { OwnerId } from '../quiz/ids.ts';
import { ownerOf } from './owner.ts';

/**
 * How a browser that keeps no cookies is still known from page to page: its secret is carried by the
 * addresses of links and forms, and ends with the page.
 */
const parameter = 'as';

/** The secret that an address carries; null where it carries none that could be one. */
export function carriedSecret(url: URL): string | null {
  const secret = url.searchParams.get(parameter) ?? undefined;
  return secret !== undefined && ownerOf(secret) !== null ? secret : null;
}

/** Who an address says is asking; null where it says nothing. */
export function carriedOwner(url: URL): OwnerId | null {
  return ownerOf(carriedSecret(url) ?? undefined);
}

/** The same address without the secret, as a path of this host. */
export function withoutSecret(url: URL): string {
  const clean = new URL(url);
  clean.searchParams.delete(parameter);
  // Two slashes at its beginning would name another host.
  return `${clean.pathname.replace(/^\/+/, '/')}${clean.search}`;
}

/** An address of our own (`/path`, `?/action`) with the secret; any other as it is. */
export function carryIn(address: string, secret: string): string {
  if (!/^(?:\/(?!\/)|\?)/.test(address) || address.startsWith('/_app/')) return address;
  const [beforeHash = '', ...hash] = address.split('#');
  const [path = '', ...query] = beforeHash.split('?');
  const kept = query.join('?').replace(/&?\bas=[\w-]*/, '');
  const search = `${kept ? `${kept}&` : ''}${parameter}=${secret}`;
  return [`${path}?${search}`, ...hash].join('#');
}

/** A page whose links and forms, and what its script follows, carry the secret. */
export function carryInPage(html: string, secret: string): string {
  return html
    .replace(
      /(<(?:a|form|div)\b[^>]*?\s(?:href|action|data-follow)=")([^"]*)(")/g,
      (_all, before: string, address: string, after: string) =>
        `${before}${carryIn(address.replaceAll('&amp;', '&'), secret).replaceAll('&', '&amp;')}${after}`,
    )
    .replace(
      // The fields of such a form take the place of what its address asks for.
      /<form\b[^>]*\smethod="get"[^>]*>/g,
      (form) => `${form}<input type="hidden" name="${parameter}" value="${secret}"/>`,
    );
}
