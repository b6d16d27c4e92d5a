import { readSiteOrigin } from '../lib/server/site-origin.ts';

/** What the front server is told by its environment. */
export interface Settings {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  /** Scheme, host and port under which browsers reach it; null takes them from each request. */
  readonly origin: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings; throws in words what can't be used and how to mend it. */
export function readSettings(env: Environment): Settings {
  requireAddressHeader(env);
  return {
    port: readPort(env['PORT']),
    host: env['HOST'] || 'localhost',
    origin: readSiteOrigin(env['ORIGIN']),
  };
}

function readPort(written = ''): number {
  if (written === '') return 3000;
  const port = /^\d{1,5}$/.test(written) ? Number(written) : NaN;
  if (port <= 65_535) return port;
  throw new Error(`PORT is “${written}”. Write a number from 0 to 65535, for instance PORT=3001.`);
}

/** Both are read by Kit's server, which passes over a depth that has nothing to count in. */
function requireAddressHeader(env: Environment): void {
  if (!env['XFF_DEPTH'] || env['ADDRESS_HEADER']) return;
  throw new Error(
    'XFF_DEPTH counts the entries of a header, and ADDRESS_HEADER names none. Write ADDRESS_HEADER=X-Forwarded-For too, or leave XFF_DEPTH out.',
  );
}
