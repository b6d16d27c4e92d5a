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

/**
 * Puts the headers that every response carries, whoever makes it. They are set before the app runs,
 * so that it may say more; what it leaves open is closed when the head is written.
 */
export function setHeaders(response: ServerResponse, isHttps: boolean): void {
  for (const [name, value] of Object.entries(everywhere)) response.setHeader(name, value);
  if (isHttps) response.setHeader('strict-transport-security', 'max-age=31536000');
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = ((...args: unknown[]) => {
    const given = args.find((arg) => typeof arg === 'object' && arg !== null) ?? {};
    const names = new Set(Object.keys(given).map((name) => name.toLowerCase()));
    const setAbsent = (name: string, value: string) => {
      if (!names.has(name) && !response.hasHeader(name)) response.setHeader(name, value);
    };
    setAbsent('content-security-policy', strictest);
    setAbsent('cache-control', 'no-store');
    return writeHead(...args);
  }) as ServerResponse['writeHead'];
}
