import type { Settings } from './settings.ts';

/** Where the app reads and writes; paths are absolute. */
export interface Places {
  readonly contentDir: string;
  /** The folder of the article texts; null where none is named. */
  readonly sourcesDir: string | null;
  /** The database's file, or its address without the password. */
  readonly database: string;
  /** True for a server that shows the keys, and is therefore never opened to others. */
  readonly isPreview: boolean;
}

const everyAddress = new Set(['0.0.0.0', '::']);
const ownAddress = new Set(['localhost', '127.0.0.1', '::1']);

/** What the server believes once it listens, line by line; `port` is the one that it got. */
export function announcement(settings: Settings, port: number, places: Places): string[] {
  const local = `http://${hostToOpen(settings.host)}:${port}`;
  return [
    `Verbatim is ready at ${settings.origin ?? local}`,
    `  listens on   ${settings.host}, port ${port}`,
    `  origin       ${settings.origin ?? 'as each request names it, over http (ORIGIN sets it)'}`,
    `  content      ${places.contentDir}`,
    `  texts        ${places.sourcesDir ?? 'none (SOURCES_DIR names their folder)'}`,
    `  database     ${places.database}`,
    ...(ownAddress.has(settings.host) && !places.isPreview
      ? ['Only this machine can open it; HOST=0.0.0.0 npm start opens it to the network.']
      : []),
  ];
}

function hostToOpen(host: string): string {
  if (everyAddress.has(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
