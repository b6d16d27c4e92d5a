/** Whoever asks, in the order of the table's columns. */
export const callers = [
  'nobody',
  'learner',
  'classmate',
  'outsider',
  'teacher',
  'stranger',
  'both',
] as const;

/** Nobody known, a learner of the class, another of it, one of another class, and so on. */
export type Caller = (typeof callers)[number];

/** One line of the table: who gets what of one thing that can be asked. */
export interface TableRow {
  readonly route: string;
  /** The case where a route stands in more than one line, such as `own`; else empty. */
  readonly variant: string;
  readonly what: string;
  /** The status for each caller. */
  readonly gets: Readonly<Record<Caller, number>>;
  /** Where the line's redirects lead, `*` for any one part of an address; null without any. */
  readonly leadsTo: string | null;
}

/** Reads the table: `#` begins a remark, columns are set apart by blanks. Throws at a broken line. */
export function readTable(text: string): TableRow[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map(readRow);
}

function readRow(line: string): TableRow {
  const [named = '', what = '', ...cells] = line.trim().split(/\s+/);
  const [route = '', variant = ''] = named.split('~');
  const statuses = cells.slice(0, callers.length).map(Number);
  const [arrow, leadsTo = null, ...left] = cells.slice(callers.length);
  const isWhole =
    statuses.length === callers.length &&
    statuses.every((status) => status >= 200 && status < 500) &&
    statuses.includes(303) === (leadsTo !== null) &&
    (arrow === undefined || arrow === '→') &&
    left.length === 0;
  if (!isWhole) throw new Error(`This line of the table can’t be read: ${line}`);
  const gets = Object.fromEntries(
    callers.map((caller, index) => [caller, statuses[index] ?? 0]),
  ) as Record<Caller, number>;
  return { route, variant, what, gets, leadsTo };
}
