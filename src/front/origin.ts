import type { IncomingHttpHeaders } from 'node:http';

const hostForm = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/** The origin that a request was sent to; null where its Host can't be one. */
export function originOf(headers: IncomingHttpHeaders, configured: string | null): string | null {
  if (configured !== null) return configured;
  const { host } = headers;
  return host !== undefined && hostForm.test(host) ? `http://${host.toLowerCase()}` : null;
}

/**
 * True for a request that one of our own pages has sent. Browsers say so by `Sec-Fetch-Site`, older
 * ones by `Origin`; a request that changes something and says neither is not taken.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, origin: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  return headers.origin === undefined ? site === 'same-origin' : headers.origin === origin;
}
