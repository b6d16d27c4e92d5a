import { isDeepStrictEqual } from 'node:util';
import type { Statement } from '../../formats/xapi/statement.ts';
import { readFailure, readReply } from '../deliveries/read-reply.ts';
import type { Sent } from '../deliveries/sent.ts';
import type { XapiSettings } from './settings.ts';

/** What sending to a record store needs. */
export interface RecordStoreContext {
  readonly settings: Pick<XapiSettings, 'endpoint' | 'authorization'>;
  readonly fetch: typeof fetch;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
}

/** Refusals that are mended in the settings or at the store, and not in the statement. */
const mendable = new Set([401, 402, 403, 404, 405, 407, 410, 421]);

/**
 * Puts one statement into a record store (xAPI 1.0.3, Communication 2.1.1). It is delivered also where
 * the store has the very same already. A store that turns us away, or elsewhere, is tried again: an
 * administrator mends that, and no statement is lost meanwhile.
 */
export async function putStatement(
  context: RecordStoreContext,
  statement: Statement,
  signal: AbortSignal,
): Promise<Sent> {
  try {
    const response = await ask(context, statement, signal, 'PUT');
    const { status } = response;
    if (status === 409) return await compareKept(context, statement, signal);
    if (response.ok && !isFromRecordStore(response)) return notARecordStore(response);
    const sent = await readReply(response, context.now());
    if (sent.kind !== 'refused') return sent;
    if (status >= 300 && status < 400) {
      return { kind: 'later', reason: `XAPI_ENDPOINT leads elsewhere: ${sent.reason}` };
    }
    return mendable.has(status) ? { kind: 'later', reason: sent.reason } : sent;
  } catch (error) {
    return readFailure(error);
  }
}

/**
 * Whether a record store took the statement: it answers 204 (Communication 2.1.1), and names its version
 * in every answer (Communication 3.3). Some answer 200.
 */
function isFromRecordStore({ headers, status }: Response): boolean {
  return status === 204 || headers.has('x-experience-api-version');
}

/** Something else answers there, such as a page for people: nothing was stored. */
async function notARecordStore(response: Response): Promise<Sent> {
  await response.body?.cancel();
  const what = response.headers.get('content-type') ?? 'without content';
  return {
    kind: 'later',
    reason: `XAPI_ENDPOINT leads to no record store: ${response.status} ${what}. Write the address that comes before /statements.`,
  };
}

function ask(
  { fetch, settings: { authorization, endpoint } }: RecordStoreContext,
  statement: Statement,
  signal: AbortSignal,
  method: 'GET' | 'PUT',
): Promise<Response> {
  const headers = { authorization, 'x-experience-api-version': '1.0.3' };
  const url = `${endpoint}statements?statementId=${statement.id}`;
  // The authorization would follow a redirect to wherever it leads.
  const common = { method, signal, redirect: 'manual' } as const;
  if (method === 'GET') return fetch(url, { ...common, headers });
  return fetch(url, {
    ...common,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(statement),
  });
}

/** The store has a statement of this id: ours, or another. */
async function compareKept(
  context: RecordStoreContext,
  statement: Statement,
  signal: AbortSignal,
): Promise<Sent> {
  const response = await ask(context, statement, signal, 'GET');
  // Many keys may write and not read. Nobody else makes statements of our ids.
  if (response.status === 401 || response.status === 403) {
    return {
      kind: 'delivered',
      answer: '409: it has a statement of this id, and lets nobody read it',
    };
  }
  if (!response.ok) return readReply(response, context.now());
  const kept = (await response.json()) as Partial<Statement>;
  const isSame =
    kept.verb?.id === statement.verb.id &&
    kept.object?.id === statement.object.id &&
    isDeepStrictEqual(kept.actor?.account, statement.actor.account) &&
    isDeepStrictEqual(kept.result, statement.result);
  return isSame
    ? { kind: 'delivered', answer: '409: it has this statement' }
    : { kind: 'refused', reason: '409: it has another statement of this id' };
}
