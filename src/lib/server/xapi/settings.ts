/** The record store (LRS) to which this server sends what is answered, and how it says who it is. */
export interface XapiSettings {
  /** The store's xAPI address, with a slash at its end. */
  readonly endpoint: string;
  /** The `Authorization` header's value: a secret. */
  readonly authorization: string;
  /** Scheme and host of this site: everything that statements name lies under it. */
  readonly origin: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads `XAPI_ENDPOINT`, with `XAPI_AUTHORIZATION` or `XAPI_KEY` and `XAPI_SECRET`, and this site's
 * origin; null where no record store is set. Throws in words what can't be used and how to mend it,
 * without the secret.
 */
export function readXapiSettings(env: Environment): XapiSettings | null {
  const written = env['XAPI_ENDPOINT'] ?? '';
  if (written === '') {
    requireNothingElse(env);
    return null;
  }
  const endpoint = readEndpoint(written);
  // The front server keeps `ORIGIN` to itself, and hands it on by this name.
  const origin = env['VERBATIM_ORIGIN'] || env['ORIGIN'];
  if (!origin) {
    throw new Error(
      'XAPI_ENDPOINT is set without ORIGIN. Statements name this site: write the address that browsers use, for instance ORIGIN=https://quiz.example.org.',
    );
  }
  return {
    endpoint,
    authorization: readAuthorization(env),
    origin: new URL(origin).origin,
  };
}

/** Without an endpoint nothing is sent; whoever set the rest believes otherwise. */
function requireNothingElse(env: Environment): void {
  const lonely = ['XAPI_KEY', 'XAPI_SECRET', 'XAPI_AUTHORIZATION'].find((name) => env[name]);
  if (lonely === undefined) return;
  throw new Error(
    `${lonely} is set without XAPI_ENDPOINT, so nothing would be sent. Write the record store’s xAPI address too, XAPI_ENDPOINT=https://lrs.example.org/xapi/, or leave ${lonely} out.`,
  );
}

function readEndpoint(written: string): string {
  const url = URL.canParse(written) ? new URL(written) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) {
    throw new Error(
      `XAPI_ENDPOINT is “${withoutSecret(written)}”. Write the record store’s xAPI address: XAPI_ENDPOINT=https://lrs.example.org/xapi/.`,
    );
  }
  if (url.username || url.password) {
    throw new Error(
      'XAPI_ENDPOINT has a name or password in it. Write them as XAPI_KEY and XAPI_SECRET.',
    );
  }
  if (/\/statements\/?$/.test(url.pathname)) {
    throw new Error(
      `XAPI_ENDPOINT is “${withoutSecret(written)}”. Leave “statements” at its end out: it is added.`,
    );
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

/** An address as it may be printed: without a name and password, and without its query. */
function withoutSecret(written: string): string {
  return written.replace(/\/\/[^/@]*@/, '//…@').replace(/\?.*/s, '?…');
}

function readAuthorization(env: Environment): string {
  const whole = env['XAPI_AUTHORIZATION'] ?? '';
  const key = env['XAPI_KEY'] ?? '';
  const secret = env['XAPI_SECRET'] ?? '';
  const isPair = key !== '' && secret !== '';
  if ((whole === '') !== isPair || (whole !== '' && (key !== '' || secret !== ''))) {
    throw new Error(
      'XAPI_ENDPOINT needs either XAPI_AUTHORIZATION, the whole header as the record store gives it (“Basic …”), or both XAPI_KEY and XAPI_SECRET.',
    );
  }
  if (isPair) return `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`;
  if (/^[\x21-\x7e]+ [\x21-\x7e]+$/.test(whole)) return whole;
  throw new Error(
    'XAPI_AUTHORIZATION is not a header that can be sent. Write its kind, a space and the code, as in “Basic QWxhZGRpbg==”.',
  );
}
