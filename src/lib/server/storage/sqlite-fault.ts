import { isStorageFault, StorageFault, type StorageFaultKind } from './store.ts';

/** What went wrong with the database's place, and how to mend it. */
type Finding = readonly [kind: StorageFaultKind, words: string];

const full: Finding = [
  'full',
  'There is no room left for the database. Free some space on its disk.',
];
const busy: Finding = [
  'busy',
  'The database is held by another process. Stop that one, or try again.',
];
const readOnly: Finding = [
  'unavailable',
  'The database can be read but not written. Give this user the right to write the file and its folder.',
];
const unreachable: Finding = [
  'unavailable',
  'The database file can’t be made or opened. See that its folder may be written, or name another DATA_DIR.',
];
const damaged: Finding = [
  'unavailable',
  'The file is not a database, or it is damaged. Bring back a backup, or name another DATA_DIR.',
];
const failing: Finding = [
  'unavailable',
  'The disk of the database can’t be read or written. Check it.',
];

/**
 * SQLite's primary result codes (https://sqlite.org/rescode.html) that speak of the database's place.
 * The others, a broken constraint or a faulty statement, speak of the program and are not faults here.
 */
const sqliteFindings: Readonly<Record<number, Finding>> = {
  5: busy,
  6: busy,
  8: readOnly,
  10: failing,
  11: damaged,
  13: full,
  14: unreachable,
  15: busy,
  26: damaged,
};

/** SQLITE_IOERR_SHMSIZE: on a full disk there is no room for the log's index either. */
const noRoomForIndex = 4874;

const systemFindings: Readonly<Record<string, Finding>> = {
  ENOSPC: full,
  EDQUOT: full,
  EACCES: unreachable,
  EPERM: unreachable,
  EROFS: unreachable,
  ENOENT: unreachable,
  ENOTDIR: unreachable,
  EEXIST: unreachable,
  EIO: failing,
};

/** What SQLite or the file system threw over `file`, as a `StorageFault`; other errors as they are. */
export function sqliteFaultOf(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || isStorageFault(error)) return error;
  const { code, errcode } = error as Error & { code?: unknown; errcode?: unknown };
  const finding =
    code === 'ERR_SQLITE_ERROR' ? sqliteFinding(Number(errcode)) : systemFindings[String(code)];
  if (!finding) return error;
  const [kind, words] = finding;
  return new StorageFault(kind, `${words} (${file}: ${error.message})`, error);
}

function sqliteFinding(extended: number): Finding | undefined {
  return extended === noRoomForIndex ? full : sqliteFindings[extended & 0xff];
}
