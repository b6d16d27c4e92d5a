import type { ServerResponse } from 'node:http';

/** For a response that says nothing of its own: nothing may be loaded, run or framed. */
const strictest =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src 'unsafe-inline'";

const everywhere: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  // Not `no-referrer`: browsers then send `Origin: null` with forms, and the origin check refuses them.
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** What a response is closed with where it has not said it itself. */
const closing: Readonly<Record<string, string>> = {
  'content-security-policy': strictest,
  'cache-control': 'no-store',
};

/** Every header that a response without an app behind it carries. */
export function ownHeaders(isHttps: boolean): Readonly<Record<string, string>> {
  const transport = isHttps ? { 'strict-transport-security': 'max-age=31536000' } : {};
  return { ...everywhere, ...transport, ...closing };
}

/**
 * Puts the headers that every response carries, whoever makes it. They are set before the app runs,
 * so that it may say more; what it leaves open is closed when the head is written. `otherwise`: those
 * that are another's here, or none's (null).
 */
export function setHeaders(
  response: ServerResponse,
  isHttps: boolean,
  otherwise: Readonly<Record<string, string | null>> = {},
): void {
  for (const [name, value] of Object.entries({ ...ownHeaders(isHttps), ...otherwise })) {
    if (!(name in closing) && value !== null) response.setHeader(name, value);
  }
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = ((...args: unknown[]) => {
    const given = args.find((arg) => typeof arg === 'object' && arg !== null) ?? {};
    const names = new Set(Object.keys(given).map((name) => name.toLowerCase()));
    for (const [name, value] of Object.entries(closing)) {
      if (!names.has(name) && !response.hasHeader(name)) response.setHeader(name, value);
    }
    return writeHead(...args);
  }) as ServerResponse['writeHead'];
}
