import { isStorageFault, StorageFault, type StorageFaultKind } from './store.ts';

/** What went wrong with the server, and how to mend it. */
type Finding = readonly [kind: StorageFaultKind, words: string];

const full: Finding = [
  'full',
  'There is no room left for the database. Free some space on the disk of its server.',
];
const busy: Finding = ['busy', 'The database is held by others. Try again.'];
const crowded: Finding = [
  'busy',
  'The database server has no connection left. Raise its max_connections, or stop others that use it.',
];
const unreachable: Finding = [
  'unavailable',
  'The database server can’t be reached. See that it runs, and that DATABASE_URL names it rightly.',
];
const refused: Finding = [
  'unavailable',
  'The database server lets this user not in. Check the user and the password in DATABASE_URL.',
];
const missing: Finding = [
  'unavailable',
  'The server has no database of that name. Make it, or name another in DATABASE_URL.',
];
const forbidden: Finding = [
  'unavailable',
  'The user of DATABASE_URL may not read, write and make tables there. Give this user the right to.',
];
const readOnly: Finding = [
  'unavailable',
  'The database can be read but not written. Name in DATABASE_URL the server that takes writes.',
];
const damaged: Finding = [
  'unavailable',
  'The database server can’t read or write its files. Check its disk, or bring back a backup.',
];
const uncertified: Finding = [
  'unavailable',
  'The database server can’t be trusted or speaks no TLS. Check the certificate and sslmode in DATABASE_URL.',
];

/**
 * PostgreSQL's codes (Appendix A of its manual), whole or by class, that speak of the database's
 * place. The others, a broken constraint or a faulty statement, speak of the program.
 */
const stateFindings: Readonly<Record<string, Finding>> = {
  '53100': full,
  '53200': damaged,
  '53300': crowded,
  '55P03': busy,
  '57014': busy,
  '40001': busy,
  '40P01': busy,
  '25P03': busy,
  '25P04': busy,
  '25006': readOnly,
  '3D000': missing,
  '42501': forbidden,
  '55000': unreachable,
  '57P01': unreachable,
  '57P02': unreachable,
  '57P03': unreachable,
  '57P04': unreachable,
  '57P05': unreachable,
  '08': unreachable,
  '28': refused,
  '58': damaged,
  XX: damaged,
};

/** Codes of Node's sockets. */
const systemCode = /^E(?:CONN|PIPE|TIMEDOUT|HOST|NET|NOTFOUND|AI_|ADDR|NOENT|ACCES)/;
const certificateCode = /CERT|^ERR_(?:TLS|SSL)|^UNABLE_TO|SIGNATURE/;

/** What pg says without a code. */
const wordFindings: readonly (readonly [RegExp, Finding])[] = [
  [/does not support SSL|SSL connection/, uncertified],
  [/client password must be/, refused],
  [/timeout exceeded when trying to connect/, unreachable],
  [/Connection terminated|Connection ended|connection error|not queryable/, unreachable],
  [/Query read timeout|discarded/, unreachable],
];

/**
 * What pg or the network threw, as a `StorageFault`; other errors as they are. `place` is the database
 * in words without its password.
 */
export function postgresFaultOf(error: unknown, place: string): unknown {
  if (!(error instanceof Error) || isStorageFault(error)) return error;
  const { code } = error as Error & { code?: unknown };
  const finding = typeof code === 'string' ? codeFinding(code) : wordFinding(error.message);
  if (!finding) return error;
  const [kind, words] = finding;
  return new StorageFault(kind, `${words} (${place}: ${error.message || String(code)})`, error);
}

function codeFinding(code: string): Finding | undefined {
  const isState = /^[0-9A-Z]{5}$/.test(code) && !systemCode.test(code);
  if (isState) return stateFindings[code] ?? stateFindings[code.slice(0, 2)];
  if (certificateCode.test(code)) return uncertified;
  return systemCode.test(code) ? unreachable : undefined;
}

function wordFinding(message: string): Finding | undefined {
  return wordFindings.find(([pattern]) => pattern.test(message))?.[1];
}
