import { resolve } from 'node:path';
import { StorageFault } from './store.ts';

/** Where the answers are kept: a SQLite file (absolute, or `:memory:`), or a PostgreSQL database. */
export type StoragePlace =
  | {
      readonly file: string;
      /** Pages of 4 KiB beyond which the file counts as full; none where absent. */
      readonly maxPages?: number;
    }
  | {
      /** As `DATABASE_URL` gives it, with its password: never shown. */
      readonly url: string;
    };

const example = 'DATABASE_URL=postgresql://user:password@host:5432/verbatim';

/**
 * The place that an environment names: `DATABASE_URL`, else `verbatim.db` in `DATA_DIR` (default
 * `data`). Throws a `StorageFault`, without the URL, where it is no URL of PostgreSQL.
 */
export function storagePlace(env: Readonly<Record<string, string | undefined>>): StoragePlace {
  const url = env['DATABASE_URL'];
  if (!url) return { file: resolve(env['DATA_DIR'] || 'data', 'verbatim.db') };
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || !/^postgres(?:ql)?:$/.test(parsed.protocol)) {
    throw new StorageFault(
      'unavailable',
      `DATABASE_URL is not the address of a PostgreSQL database. Write ${example}, or leave it out to use the file in DATA_DIR.`,
    );
  }
  // A password with such a sign in it would be cut there, and its rest taken for something to show.
  if (parsed.hash || `${parsed.pathname}${parsed.search}`.includes('@')) {
    throw new StorageFault(
      'unavailable',
      'DATABASE_URL can’t be read for sure. Write the signs @ : / ? # of a password as %40 %3A %2F %3F %23.',
    );
  }
  return { url };
}

/** A place in words that may be shown and logged: the file, or the URL without its password. */
export function describePlace(place: StoragePlace): string {
  if ('file' in place) return place.file;
  const { protocol, username, host, pathname, searchParams } = new URL(place.url);
  const user = username ? `${username}@` : '';
  return `${protocol}//${user}${host || (searchParams.get('host') ?? '')}${pathname}`;
}
