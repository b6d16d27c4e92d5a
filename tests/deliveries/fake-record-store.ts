import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A statement as it arrived. */
export interface Kept {
  readonly id: string;
  readonly verb: { readonly id: string };
  readonly [name: string]: unknown;
}

/** How a store behaves to one request: null takes it as a store should. */
export type Mood = (request: IncomingMessage, response: ServerResponse) => boolean;

/** A record store written from xAPI 1.0.3 (Communication 2.1), in memory, on a free port. */
export interface FakeRecordStore {
  readonly endpoint: string;
  readonly origin: string;
  readonly authorization: string;
  /** In the order in which they arrived; by id, each once. */
  readonly statements: Kept[];
  /** Every request that came in: method and path, with what was wrong with it. */
  readonly requests: string[];
  /** What does not follow the specification. */
  readonly faults: string[];
  /** Answers instead of the store where it gives true. */
  mood: Mood | null;
  /** Cuts the connection after a request was taken, where it gives true. */
  lose: (() => boolean) | null;
  readonly close: () => Promise<void>;
}

/** Starts a store that takes statements by PUT, knows them again by id, and minds the rules. */
export async function startRecordStore(): Promise<FakeRecordStore> {
  const authorization = `Basic ${Buffer.from('key:secret-of-the-store').toString('base64')}`;
  const statements: Kept[] = [];
  const requests: string[] = [];
  const faults: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    if (store.mood?.(request, response)) return;
    void answer(store, request).then(({ body, status }) => {
      if (status === 204 && store.lose?.()) return response.destroy();
      if (status === 400) faults.push(`${request.method} ${request.url}: ${body}`);
      response.writeHead(status, {
        'content-type': 'application/json',
        'x-experience-api-version': '1.0.3',
      });
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const store: FakeRecordStore = {
    endpoint: `${origin}/xapi/`,
    origin,
    authorization,
    statements,
    requests,
    faults,
    mood: null,
    lose: null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return store;
}

const authority = {
  objectType: 'Agent',
  account: { homePage: 'https://lrs.example', name: 'client' },
};

interface Reply {
  readonly status: number;
  readonly body?: string;
}

async function answer(store: FakeRecordStore, request: IncomingMessage): Promise<Reply> {
  const body = await textOf(request);
  const { headers, method, url = '' } = request;
  const { pathname, searchParams } = new URL(url, store.origin);
  if (headers['x-experience-api-version'] !== '1.0.3') return { status: 400, body: 'no version' };
  if (headers.authorization !== store.authorization) return { status: 401 };
  if (pathname !== '/xapi/statements') return { status: 404 };
  const id = searchParams.get('statementId') ?? '';
  const kept = store.statements.find((each) => each.id === id);
  if (method === 'GET') return kept ? { status: 200, body: JSON.stringify(kept) } : { status: 404 };
  if (method !== 'PUT') return { status: 405 };
  if (headers['content-type'] !== 'application/json') return { status: 400, body: 'no JSON' };
  const statement = JSON.parse(body) as Kept;
  if (statement.id !== id) return { status: 400, body: 'another id' };
  if (kept) return { status: 409 };
  store.statements.push({ ...statement, stored: new Date(0).toISOString(), authority });
  return { status: 204 };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
