import type { Outcome, Request } from './ask.ts';
import { callers, type Caller, type TableRow } from './read-table.ts';

/** A class with everybody around it, as a row of the table meets it. */
export interface Scene {
  /** The cookies of a caller. */
  readonly cookies: Readonly<Record<Caller, string>>;
  /** The address of a row's route, its parameters filled in, with its query. */
  readonly pathOf: (row: TableRow) => string;
  /** What is posted to a row's action. */
  readonly formOf: (row: TableRow) => Readonly<Record<string, string>>;
  /** What must not be told, and to whom it may be. */
  readonly secrets: readonly Secret[];
}

/** A text that only some may read. */
export interface Secret {
  readonly text: string;
  readonly knownTo: readonly Caller[];
  /** A key by which whoever holds it may read the text; it counts where the request holds it. */
  readonly key: string;
}

/** How a request is sent: to a server, or to what stands for one. */
export type Ask = (request: Request) => Promise<Outcome>;

/** True for a status by which somebody is kept out. */
function isRefusal(status: number): boolean {
  return status >= 400;
}

/** The two ways of asking one thing: as a page and as data, or as a form and by a script. */
function waysOf({ what }: TableRow): readonly Request['as'][] {
  if (what === 'page') return ['page', 'data'];
  return what.startsWith('?') ? ['page', 'action'] : ['page'];
}

/** What one caller is to be asked of a row, in each way. */
export function requestsOf(row: TableRow, caller: Caller, scene: Scene): Request[] {
  const { what } = row;
  const [path = '', query] = scene.pathOf(row).split('?');
  const action = what.startsWith('?/') ? [what.slice(1)] : [];
  const search = [...action, ...(query ? [query] : [])].join('&');
  return waysOf(row).map((as) => ({
    method: what === 'page' ? 'GET' : what.startsWith('?') ? 'POST' : what,
    path: search ? `${path}?${search}` : path,
    cookie: scene.cookies[caller],
    form: scene.formOf(row),
    as,
  }));
}

/** Sends one request for a caller and names what is otherwise than the table says; null where nothing is. */
export async function checkRequest(
  row: TableRow,
  caller: Caller,
  request: Request,
  { pathOf, secrets }: Scene,
  ask: Ask,
): Promise<string | null> {
  const { status, leadsTo, text } = await ask(request);
  const name = `${row.route}${row.variant && `~${row.variant}`} ${row.what} as ${request.as}, ${caller}`;
  const expected = row.gets[caller];
  if (status !== expected) {
    return `${name}: ${status}${leadsTo ? ` to ${leadsTo}` : ''}, not ${expected}`;
  }
  if (status === 303 && !isAt(leadsTo, row, pathOf)) {
    return `${name}: leads to ${leadsTo}, not ${row.leadsTo}`;
  }
  const held = [request.path, ...Object.values(request.form)].join(' ');
  const told = secrets
    .filter(({ knownTo }) => isRefusal(status) || !knownTo.includes(caller))
    .filter((secret) => text.includes(secret.text) && !held.includes(secret.key))
    .map((secret) => secret.text);
  return told.length === 0 ? null : `${name}: tells ${told.join(', ')}`;
}

function isAt(leadsTo: string | null, row: TableRow, pathOf: Scene['pathOf']): boolean {
  const [path = ''] = pathOf({ ...row, route: row.leadsTo ?? '', variant: '' }).split('?');
  const parts = path.split('/');
  const found = (leadsTo ?? '').split('/');
  return (
    parts.length === found.length &&
    parts.every((part, index) => part === '*' || part === found[index])
  );
}

/** Every request of these rows that is to be refused, or to be granted. */
export function requestsThat(
  outcome: 'refused' | 'granted',
  rows: readonly TableRow[],
): { readonly row: TableRow; readonly caller: Caller }[] {
  return rows.flatMap((row) =>
    callers
      .filter((caller) => isRefusal(row.gets[caller]) === (outcome === 'refused'))
      .map((caller) => ({ row, caller })),
  );
}
