import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { makeKeyPair, signClaims, type KeyPair } from './platform-keys.ts';
import { launchClaims, type Launch, type PlatformUser } from './launch-claims.ts';
import { coursePage } from './course-page.ts';
import { makeServices, type Services } from './platform-services.ts';

/** In what a platform differs from others, as real ones do. */
export interface Variant {
  /** Line items whose addresses carry a query, numbers as users’ ids, short names of roles in lists. */
  readonly isMoodleLike?: boolean;
  /**
   * One issuer with many clients, a frame that keeps things for tools, line items of content ignored; names
   * an authorisation server, and gives tokens to whom its token endpoint is the audience all the same.
   */
  readonly isCanvasLike?: boolean;
  /**
   * Takes no message id twice, no address of return but the very one that was registered, and no audience
   * but the authorisation server that it names.
   */
  readonly isStrict?: boolean;
  /** Entries on a page of a list; null for all on one. */
  readonly pageSize?: number;
  /** Launches bring no line item; it has to be looked up or made. */
  readonly hasNoLineItem?: boolean;
  /** Registers a deployment at once, as Moodle does. */
  readonly deploymentId?: string;
}

/** A tool as it has registered here. */
export interface Client {
  readonly clientId: string;
  readonly configuration: Readonly<Record<string, unknown>>;
}

/** A learning platform written from the specifications, to try this tool against. */
export interface Platform {
  readonly origin: string;
  readonly issuer: string;
  readonly variant: Variant;
  readonly clients: Client[];
  readonly services: Services;
  /** Launches by the hint under which they were offered. */
  readonly launches: Map<string, Launch>;
  /** How often its keys were fetched. */
  readonly keyFetches: () => number;
  readonly keys: () => readonly KeyPair[];
  /** From now on it signs with another key, and publishes it alone. */
  readonly rotate: () => Promise<void>;
  /** Offers a launch: the parameters by which a tool’s login is begun. */
  readonly offer: (launch: Launch, client?: Client) => URLSearchParams;
  /** What tools have handed back by deep linking. */
  readonly handedBack: string[];
  readonly registrationToken: string;
  readonly close: () => Promise<void>;
}

const users: readonly PlatformUser[] = [
  { id: '2', name: 'Teacher 01', roles: ['Instructor'] },
  ...Array.from({ length: 8 }, (_, index) => ({
    id: String(index + 3),
    name: `Learner ${String(index + 1).padStart(2, '0')}`,
    roles: ['Learner'],
  })),
];

/** Starts one; its users are a teacher (2) and eight learners (3 to 10). */
export async function startPlatform(variant: Variant = {}, isOnNumber = true): Promise<Platform> {
  let keys = [await makeKeyPair()];
  let keyFetches = 0;
  const state = {
    variant,
    clients: [] as Client[],
    launches: new Map<string, Launch>(),
    handedBack: [] as string[],
    registrationToken: randomUUID(),
  };
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://${isOnNumber ? '127.0.0.1' : 'localhost'}:${port}`;
  const services = makeServices({ origin, users, ...state });
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', origin);
    const body = await readBody(request);
    if (url.pathname === '/jwks') {
      keyFetches += 1;
      return sendJson(response, { keys: keys.map(({ publicJwk }) => publicJwk) });
    }
    if (url.pathname === '/openid-configuration')
      return sendJson(response, configurationOf(origin, variant));
    if (url.pathname === '/register') return register(platform, request, response, body);
    if (url.pathname === '/auth') return authorise(platform, url.searchParams, response);
    if (url.pathname === '/course') return sendHtml(response, coursePage(url.searchParams));
    if (url.pathname === '/deep-link-return') {
      state.handedBack.push(new URLSearchParams(body).get('JWT') ?? '');
      return sendHtml(response, '<h1>Added</h1>');
    }
    return services.answer(request, response, url, body);
  };
  const platform: Platform = {
    ...state,
    origin,
    issuer: origin,
    services,
    keyFetches: () => keyFetches,
    keys: () => keys,
    async rotate() {
      keys = [await makeKeyPair()];
    },
    offer(launch, client = state.clients[0]) {
      const hint = randomUUID();
      state.launches.set(hint, launch);
      return new URLSearchParams({
        iss: origin,
        login_hint: launch.user.id,
        lti_message_hint: hint,
        target_link_uri: launch.target,
        client_id: client?.clientId ?? '',
        lti_deployment_id: launch.deploymentId ?? '1',
        ...(variant.isCanvasLike && { lti_storage_target: 'storage' }),
      });
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return platform;
}

/** A user of a platform by its number. */
export function userOf(id: number): PlatformUser {
  const user = users.find((each) => each.id === String(id));
  if (!user) throw new Error(`There is no user ${id}`);
  return user;
}

/** The authorisation server that a platform names (Dynamic Registration 1.0, 3.4.1); null where it names none. */
export function authorisationServer(
  origin: string,
  { isCanvasLike = false, isStrict = false }: Variant,
): string | null {
  if (isCanvasLike) return new URL(origin).host;
  return isStrict ? `${origin}/authorisation-server` : null;
}

function configurationOf(origin: string, variant: Variant) {
  const server = authorisationServer(origin, variant);
  return {
    issuer: origin,
    ...(server !== null && { authorization_server: server }),
    authorization_endpoint: `${origin}/auth`,
    token_endpoint: `${origin}/token`,
    jwks_uri: `${origin}/jwks`,
    registration_endpoint: `${origin}/register`,
    scopes_supported: [
      'openid',
      'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
      'https://purl.imsglobal.org/spec/lti-ags/scope/score',
      'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
    ],
    response_types_supported: ['id_token'],
    'https://purl.imsglobal.org/spec/lti-platform-configuration': {
      product_family_code: 'emulator',
      version: '1',
      messages_supported: [{ type: 'LtiResourceLinkRequest' }, { type: 'LtiDeepLinkingRequest' }],
    },
  };
}

function register(
  { clients, registrationToken, variant }: Platform,
  { headers, method }: IncomingMessage,
  response: ServerResponse,
  body: string,
) {
  const isAllowed = headers.authorization === `Bearer ${registrationToken}` && method === 'POST';
  if (!isAllowed) return sendJson(response, { error: 'invalid_token' }, 401);
  const configuration = JSON.parse(body) as Readonly<Record<string, unknown>>;
  const client = { clientId: `client-${clients.length + 1}`, configuration };
  clients.push(client);
  const tool = configuration['https://purl.imsglobal.org/spec/lti-tool-configuration'] as object;
  return sendJson(response, {
    ...configuration,
    client_id: client.clientId,
    'https://purl.imsglobal.org/spec/lti-tool-configuration': {
      ...tool,
      ...(variant.deploymentId !== undefined && { deployment_id: variant.deploymentId }),
    },
  });
}

/** Checks a request for a sign-in and posts the launch back by the browser (LTI Security 5.1.1.2). */
async function authorise(
  platform: Platform,
  query: URLSearchParams,
  response: ServerResponse,
): Promise<void> {
  const client = platform.clients.find(({ clientId }) => clientId === query.get('client_id'));
  const launch = platform.launches.get(query.get('lti_message_hint') ?? '');
  const fixed: Readonly<Record<string, string>> = {
    scope: 'openid',
    response_type: 'id_token',
    response_mode: 'form_post',
    prompt: 'none',
  };
  const wrong = Object.entries(fixed).filter(([name, value]) => query.get(name) !== value);
  const redirect = query.get('redirect_uri') ?? '';
  const registered = (client?.configuration['redirect_uris'] ?? []) as readonly string[];
  if (!client || !launch || wrong.length > 0 || !registered.includes(redirect)) {
    return sendHtml(response, `<h1>Refused</h1><p>${JSON.stringify({ wrong, redirect })}</p>`, 400);
  }
  if (query.get('login_hint') !== launch.user.id)
    return sendHtml(response, '<h1>Not you</h1>', 400);
  const claims = launchClaims(platform, client, launch, query.get('nonce') ?? '');
  const [key] = platform.keys();
  if (!key) throw new Error('A platform has a key');
  const token = await signClaims(key, claims);
  const field = (name: string, value: string) =>
    `<input type="hidden" name="${name}" value="${value}">`;
  return sendHtml(
    response,
    `<form method="post" action="${redirect}">${field('id_token', token)}${field('state', query.get('state') ?? '')}</form><script>document.forms[0].submit()</script>`,
  );
}

/** Sends JSON. */
export function sendJson(
  response: ServerResponse,
  value: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(value));
}

function sendHtml(response: ServerResponse, html: string, status = 200): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><meta charset="utf-8"><title>Course</title>${html}`);
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request as AsyncIterable<Buffer>) body += part.toString();
  return body;
}
