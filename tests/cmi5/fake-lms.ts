import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Launch, LmsSession, Sent } from './lms-session.ts';
import { blockId, rules, verbOf } from './rules.ts';

/** What the LMS answers. */
export interface Reply {
  readonly status: number;
  readonly body?: string;
}

/** Answers instead of the LMS where it gives a reply; the kind is the path’s last part. */
export type Mood = (method: string, kind: string) => Reply | null;

/** An LMS with its record store, written from cmi5 (Quartz), in memory, at an origin of its own. */
export interface FakeLms {
  /** The address of a launch; sessions of one learner share a registration. */
  readonly launch: (unitUrl: string, part?: Partial<Launch>) => string;
  /** The sessions, the latest last. */
  readonly sessions: LmsSession[];
  /** What broke a rule and was refused, with its section. */
  readonly faults: string[];
  /** Documents of the State API, by their name. */
  readonly documents: Map<string, string>;
  mood: Mood | null;
  readonly close: () => Promise<void>;
}

const registration = randomUUID();
const corsHeaders = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, content-type, x-experience-api-version',
  'access-control-allow-methods': 'GET, PUT, POST, DELETE',
  'access-control-max-age': '600',
};

/** Starts an LMS on a free port. */
export async function startLms(): Promise<FakeLms> {
  const sessions: LmsSession[] = [];
  const server = createServer((request, response) => void serve(lms, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const lms: FakeLms = {
    sessions,
    faults: [],
    documents: new Map(),
    mood: null,
    launch(unitUrl, part = {}) {
      const launch = makeLaunch(part);
      const earlier = sessions.filter((each) => each.launch.registration === launch.registration);
      const registrationVerbs = earlier.flatMap(({ statements }) => statements.map(verbOf));
      for (const each of earlier) each.isAbandoned = true;
      const read = { token: false, launchData: false, preferences: false };
      sessions.push({ launch, registrationVerbs, statements: [], isAbandoned: false, read });
      const url = new URL(unitUrl);
      url.searchParams.set('endpoint', `${origin}/lrs/`);
      url.searchParams.set('fetch', `${origin}/fetch/${launch.sessionId}`);
      url.searchParams.set('actor', launch.actor);
      url.searchParams.set('registration', launch.registration);
      url.searchParams.set('activityId', launch.activityId);
      return url.href;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return lms;
}

function makeLaunch(part: Partial<Launch>): Launch {
  const account = { homePage: 'https://lms.example', name: 'learner-01' };
  return {
    actor: JSON.stringify({ objectType: 'Agent', account }),
    registration,
    activityId: 'https://lms.example/au/1',
    publisherId: 'https://publisher.example/au',
    sessionId: randomUUID(),
    mode: 'Normal',
    masteryScore: null,
    returnUrl: null,
    language: null,
    ...part,
  };
}

async function serve(
  lms: FakeLms,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const body = Buffer.concat(parts).toString();
  const { method = 'GET' } = request;
  const url = new URL(request.url ?? '/', 'http://lms');
  const kind =
    url.pathname.split('/').at(1) === 'fetch' ? 'fetch' : (url.pathname.split('/').at(-1) ?? '');
  const preflight: Reply | null = method === 'OPTIONS' ? { status: 204 } : null;
  const reply = preflight ?? lms.mood?.(method, kind) ?? answer(lms, request, url, body);
  if (reply.status === 403) lms.faults.push(reply.body ?? '');
  response.writeHead(reply.status, { ...corsHeaders, 'content-type': 'application/json' });
  response.end(reply.body);
}

function answer(lms: FakeLms, { headers, method }: IncomingMessage, url: URL, body: string): Reply {
  const path = url.pathname;
  if (path.startsWith('/fetch/')) return handOut(lms, path.slice('/fetch/'.length), method);
  const session = lms.sessions.find(({ launch }) => headers.authorization === tokenOf(launch));
  if (!session) return { status: 401, body: 'no session has this token' };
  if (session.isAbandoned) return { status: 401, body: 'the session is abandoned' };
  if (headers['x-experience-api-version'] !== '1.0.3') return { status: 400, body: 'no version' };
  if (path === '/lrs/activities/state') return answerState(lms, session, method, url, body);
  if (path === '/lrs/agents/profile') return answerPreferences(session);
  if (path === '/lrs/statements') return takeStatements(lms, session, method, url, body);
  return { status: 404 };
}

function tokenOf({ sessionId }: Launch): string {
  return `Basic ${Buffer.from(`session:${sessionId}`).toString('base64')}`;
}

function handOut(lms: FakeLms, id: string, method = ''): Reply {
  const session = lms.sessions.find(({ launch }) => launch.sessionId === id);
  if (!session || method !== 'POST') return { status: 403, body: '8.2.1: not a POST of a session' };
  if (session.read.token) {
    lms.faults.push('8.2.3: the fetch URL was used twice');
    return { status: 200, body: JSON.stringify({ 'error-code': '1', 'error-text': 'used' }) };
  }
  session.read.token = true;
  const token = tokenOf(session.launch).replace('Basic ', '');
  return { status: 200, body: JSON.stringify({ 'auth-token': token }) };
}

function answerState(
  lms: FakeLms,
  session: LmsSession,
  method: string | undefined,
  url: URL,
  body: string,
): Reply {
  const { launch, read } = session;
  const name = url.searchParams.get('stateId') ?? '';
  const isOurs =
    url.searchParams.get('activityId') === launch.activityId &&
    url.searchParams.get('registration') === launch.registration &&
    url.searchParams.get('agent') === launch.actor;
  if (!isOurs) return { status: 403, body: '10.1: a document of somebody else' };
  if (name === 'LMS.LaunchData') {
    if (method !== 'GET') return { status: 403, body: '10.1: the LMS writes its launch data' };
    read.launchData = true;
    return { status: 200, body: JSON.stringify(launchData(launch)) };
  }
  const key = `${launch.registration}/${name}`;
  if (method === 'PUT') {
    lms.documents.set(key, body);
    return { status: 204 };
  }
  const found = lms.documents.get(key);
  return found === undefined ? { status: 404 } : { status: 200, body: found };
}

function launchData({ masteryScore, mode, publisherId, returnUrl, sessionId }: Launch) {
  const extension = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';
  return {
    contextTemplate: {
      contextActivities: {
        grouping: [{ objectType: 'Activity', id: publisherId }],
        parent: [{ objectType: 'Activity', id: blockId }],
      },
      extensions: { [extension]: sessionId },
    },
    launchMode: mode,
    moveOn: 'CompletedAndPassed',
    ...(masteryScore === null ? {} : { masteryScore }),
    ...(returnUrl === null ? {} : { returnURL: returnUrl }),
  };
}

function answerPreferences({ launch, read }: LmsSession): Reply {
  read.preferences = true;
  if (launch.language === null) return { status: 404 };
  return { status: 200, body: JSON.stringify({ languagePreference: launch.language }) };
}

/** What the store holds of a registration and verb (xAPI 1.0.3, Communication 2.1.3). */
function foundBy({ sessions }: FakeLms, { searchParams }: URL) {
  const ofRegistration = sessions.filter(
    ({ launch }) => launch.registration === searchParams.get('registration'),
  );
  const statements = ofRegistration
    .flatMap((session) => session.statements)
    .filter(({ verb }) => verb.id === searchParams.get('verb'));
  return { statements, more: '' };
}

function takeStatements(
  lms: FakeLms,
  session: LmsSession,
  method: string | undefined,
  url: URL,
  body: string,
): Reply {
  if (method === 'GET') return { status: 200, body: JSON.stringify(foundBy(lms, url)) };
  if (method !== 'PUT' && method !== 'POST') return { status: 405 };
  const parsed = JSON.parse(body) as Sent | readonly Sent[];
  const statements = Array.isArray(parsed) ? (parsed as readonly Sent[]) : [parsed as Sent];
  const id = url.searchParams.get('statementId');
  if (method === 'PUT' && id !== statements[0]?.id) return { status: 400, body: 'another id' };
  for (const statement of statements) {
    if (session.statements.some((each) => each.id === statement.id)) continue;
    const fault = rules.map((rule) => rule(statement, session)).find((each) => each !== null);
    if (fault) return { status: 403, body: `${verbOf(statement)} ${fault}` };
    session.statements.push(statement);
  }
  return method === 'PUT'
    ? { status: 204 }
    : { status: 200, body: JSON.stringify(statements.map((each) => each.id)) };
}
