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
  return {
    port: readPort(env['PORT']),
    host: env['HOST'] || 'localhost',
    origin: readOrigin(env['ORIGIN']),
  };
}

function readPort(written = ''): number {
  if (written === '') return 3000;
  const port = /^\d{1,5}$/.test(written) ? Number(written) : NaN;
  if (port <= 65_535) return port;
  throw new Error(`PORT is “${written}”. Write a number from 0 to 65535, for instance PORT=3001.`);
}

function readOrigin(written = ''): string | null {
  if (written === '') return null;
  const url = URL.canParse(written) ? new URL(written) : null;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search)
    return url.origin;
  throw new Error(
    `ORIGIN is “${written}”. Write the address that browsers use, without a path: ORIGIN=https://quiz.example.org.`,
  );
}
