import type Cmi5 from '@rusticisoftware/cmi5';
import type { Cmi5Statement } from '@rusticisoftware/cmi5';
import type { Taken } from './outbox.ts';

/** The record store of one launch, as the unit reaches it: by the session's token alone. */
export interface SessionStore {
  readonly put: (statement: Cmi5Statement) => Promise<Taken>;
  /**
   * Whether it holds a statement about the unit by this verb of ADL’s, made in any launch; null where it
   * does not say.
   */
  readonly holds: (verb: string) => Promise<boolean | null>;
  /**
   * Sends several at once, and lets them arrive after the page has ended. Where they are too many for
   * that, the oldest answers are left out.
   */
  readonly postLast: (statements: readonly Cmi5Statement[]) => void;
  /** The unit's own document; null where there is none, or none to be read. Rejects to be tried again. */
  readonly readDocument: () => Promise<unknown>;
  readonly writeDocument: (document: unknown) => Promise<Taken>;
}

/** Under which the unit keeps its state (xAPI 1.0.3, Communication 2.3). */
const stateId = 'verbatim';

/** What a record store answers to a query for statements. */
interface Found {
  readonly statements?: readonly unknown[];
}

type Query = Readonly<Record<string, string>>;

/** The store that a launch names; its token must have been fetched. */
export function sessionStore(unit: Cmi5): SessionStore {
  const whose = () => ({
    agent: JSON.stringify(unit.getActor()),
    registration: unit.getRegistration(),
  });
  const own = () => ({ stateId, activityId: unit.getActivityId(), ...whose() });
  const put: SessionStore['put'] = (statement) =>
    send(unit, 'PUT', 'statements', { statementId: statement.id }, statement);
  return {
    put,
    async holds(name) {
      const verb = `http://adlnet.gov/expapi/verbs/${name}`;
      const about = { ...whose(), verb, activity: unit.getActivityId(), limit: '1' };
      const response = await ask(unit, 'statements', about, {});
      // Not every LMS lets a unit read what it has stated.
      if (!response.ok) return null;
      const found = (await response.json().catch(() => null)) as Found | null;
      return found?.statements ? found.statements.length > 0 : null;
    },
    postLast(statements) {
      const fitting = fittingOf(statements);
      const [only, ...more] = fitting;
      if (only && more.length === 0) void put(only);
      else if (only) void send(unit, 'POST', 'statements', {}, fitting);
    },
    async readDocument() {
      const response = await ask(unit, 'activities/state', own(), {});
      if (isPassing(response.status)) {
        throw new Error(`The state can’t be read: ${response.status}`);
      }
      return response.ok ? ((await response.json().catch(() => null)) as unknown) : null;
    },
    writeDocument: (document) => send(unit, 'PUT', 'activities/state', own(), document),
  };
}

/** Browsers send 64 KiB at most of a page that has ended; the unit's document goes along. */
const mostBytes = 48_000;

function fittingOf(statements: readonly Cmi5Statement[]): readonly Cmi5Statement[] {
  let room = mostBytes;
  const isFitting = (statement: Cmi5Statement): boolean => {
    room -= new TextEncoder().encode(JSON.stringify(statement)).length;
    return room >= 0 || !statement.verb.id.endsWith('/answered');
  };
  return [...statements].reverse().filter(isFitting).reverse();
}

function ask(unit: Cmi5, path: string, query: Query, init: RequestInit): Promise<Response> {
  return fetch(`${unit.getEndpoint()}/${path}?${new URLSearchParams(query).toString()}`, {
    ...init,
    credentials: 'omit',
    headers: {
      authorization: unit.getAuth(),
      'x-experience-api-version': '1.0.3',
      ...(init.body ? { 'content-type': 'application/json' } : {}),
    },
  });
}

/** Sends something, which arrives also where the page ends meanwhile. Never rejects. */
async function send(
  unit: Cmi5,
  method: 'PUT' | 'POST',
  path: string,
  query: Query,
  content: unknown,
): Promise<Taken> {
  try {
    const init = { method, body: JSON.stringify(content), keepalive: true };
    const { ok, status } = await ask(unit, path, query, init);
    // 409: it has a statement of this id, since an answer to an earlier try was lost.
    if (ok || status === 409) return 'taken';
    if (status === 401 || status === 403) return 'barred';
    return isPassing(status) ? 'later' : 'refused';
  } catch {
    return 'later';
  }
}

/** True where a later try may be answered otherwise. */
function isPassing(status: number): boolean {
  return status >= 500 || status === 408 || status === 429;
}
