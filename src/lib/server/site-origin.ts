import { isOnlyHere } from './only-here.ts';

/**
 * The address that browsers use (`ORIGIN`): scheme, host and port; null where it is not set. Throws in
 * words what is none.
 */
export function readSiteOrigin(written = ''): string | null {
  if (written === '') return null;
  const url = URL.canParse(written) ? new URL(written) : null;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search)
    return url.origin;
  throw new Error(
    `ORIGIN is “${written}”. Write the address that browsers use, without a path: ORIGIN=https://quiz.example.org.`,
  );
}

/** True for an address that only this machine reaches; false for what is no address. */
export function isLoopbackAddress(address: string): boolean {
  return URL.canParse(address) && isOnlyHere(new URL(address));
}
