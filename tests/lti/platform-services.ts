import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { PlatformUser } from './launch-claims.ts';
import { authorisationServer, sendJson, type Client, type Variant } from './platform.ts';

/** A score as it was taken. */
export interface TakenScore {
  readonly lineItem: string;
  readonly userId: string;
  readonly scoreGiven: number;
  readonly scoreMaximum: number;
  readonly activityProgress: string;
  readonly gradingProgress: string;
  readonly timestamp: string;
}

/** A column of grades. */
export interface LineItem {
  readonly id: string;
  readonly label: string;
  readonly scoreMaximum: number;
  readonly resourceId?: string;
  readonly resourceLinkId?: string;
  readonly tag?: string;
}

/** A reply in the place of the one that is due. */
export interface Mishap {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds before it. */
  readonly afterMs?: number;
}

/** Grades, lists and tokens of a platform, and how they fail. */
export interface Services {
  readonly answer: (
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    body: string,
  ) => Promise<void>;
  readonly itemFor: (linkId: string) => { readonly lineItem: string; readonly lineItems: string };
  /** Columns that tools made, or that were there. */
  readonly lineItems: LineItem[];
  readonly scores: TakenScore[];
  /** Why scores were not taken. */
  readonly refused: string[];
  /** Addresses of columns that somebody has taken out of the gradebook. */
  readonly removed: Set<string>;
  /** Each reply to a score, in order, before all is well again. */
  readonly mishaps: Mishap[];
  readonly tokens: () => number;
  /** Tokens that were given are good for nothing any more. */
  readonly endTokens: () => void;
  /** While true, every service answers 503. */
  isOut: boolean;
}

interface Given {
  readonly origin: string;
  readonly users: readonly PlatformUser[];
  readonly variant: Variant;
  readonly clients: readonly Client[];
}

/** Makes the services of one platform. */
export function makeServices({ clients, origin, users, variant }: Given): Services {
  const tokens = new Map<string, readonly string[]>();
  const seen = new Set<string>();
  const latest = new Map<string, string>();
  let given = 0;
  const query = variant.isMoodleLike ? '?type_id=1' : '';
  const services: Services = {
    itemFor: (linkId) => ({
      lineItem: `${origin}/lineitems/${linkId}${query}`,
      lineItems: `${origin}/lineitems${query}`,
    }),
    lineItems: [],
    scores: [],
    refused: [],
    removed: new Set(),
    mishaps: [],
    tokens: () => given,
    endTokens: () => tokens.clear(),
    isOut: false,
    async answer(request, response, url, body) {
      if (services.isOut) return sendJson(response, { error: 'out' }, 503);
      if (url.pathname === '/token') return giveToken(response, new URLSearchParams(body));
      const granted = tokens.get((request.headers.authorization ?? '').replace('Bearer ', ''));
      if (!granted) return sendJson(response, { error: 'invalid_token' }, 401);
      const may = (scope: string) => granted.some((each) => each.endsWith(`/${scope}`));
      const mishap = url.pathname.endsWith('/scores') ? services.mishaps.shift() : undefined;
      if (mishap) return fail(response, mishap);
      if (url.pathname.endsWith('/scores') && may('score'))
        return takeScore(request, response, url, body);
      if (url.pathname === '/lineitems' && may('lineitem'))
        return lineItems(request, response, url, body);
      if (url.pathname === '/members' && may('contextmembership.readonly')) {
        return sendPage(response, url, users.map(memberOf), (members) => ({
          id: url.href,
          context: { id: 'course-1' },
          members,
        }));
      }
      return sendJson(response, { error: 'insufficient_scope' }, 403);
    },
  };

  const giveToken = async (response: ServerResponse, form: URLSearchParams) => {
    try {
      await checkAssertion(form);
    } catch (error) {
      return sendJson(response, { error: 'invalid_client', error_description: String(error) }, 400);
    }
    const token = randomUUID();
    tokens.set(token, (form.get('scope') ?? '').split(' '));
    given += 1;
    return sendJson(response, { access_token: token, token_type: 'bearer', expires_in: 3600 });
  };

  const checkAssertion = async (form: URLSearchParams) => {
    const assertion = form.get('client_assertion') ?? '';
    const [, payload = ''] = assertion.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { iss?: string };
    const client = clients.find(({ clientId }) => clientId === claims.iss);
    if (!client || form.get('grant_type') !== 'client_credentials') throw new Error('client');
    const keys = createRemoteJWKSet(new URL(String(client.configuration['jwks_uri'])));
    const { payload: checked } = await jwtVerify(assertion, keys, {
      audience: (variant.isStrict && authorisationServer(origin, variant)) || `${origin}/token`,
      subject: client.clientId,
      requiredClaims: ['exp', 'iat', 'jti'],
    });
    if (variant.isStrict && seen.has(String(checked.jti))) throw new Error('jti');
    seen.add(String(checked.jti));
  };

  const takeScore = (
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    body: string,
  ) => {
    const score = JSON.parse(body) as TakenScore;
    const lineItem = `${url.origin}${url.pathname.replace(/\/scores$/, '')}${url.search}`;
    if (services.removed.has(lineItem)) return sendJson(response, { error: 'no such column' }, 404);
    const user = users.find(({ id }) => id === score.userId);
    const name = `${lineItem} ${score.userId}`;
    const faults = [
      request.headers['content-type'] !== 'application/vnd.ims.lis.v1.score+json' && 'type',
      variant.isMoodleLike && url.search !== '?type_id=1' && 'query',
      // Learners beyond those of the list come from launches that named them.
      user && !user.roles.includes('Learner') && 'Incorrect score received',
      !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z$/.test(score.timestamp) && 'timestamp',
      !score.activityProgress && 'activityProgress',
      !score.gradingProgress && 'gradingProgress',
      !(score.scoreGiven <= score.scoreMaximum) && 'scoreMaximum',
    ].filter(Boolean);
    if (faults.length > 0) {
      services.refused.push(faults.join(', '));
      return sendJson(response, { error: faults }, 400);
    }
    // Moodle keeps whole seconds, and takes no two scores of one.
    const stamp = score.timestamp.slice(0, variant.isMoodleLike ? 19 : undefined);
    if ((latest.get(name) ?? '') >= stamp) {
      services.refused.push('old');
      return sendJson(response, { error: 'old' }, 409);
    }
    latest.set(name, stamp);
    services.scores.push({ ...score, lineItem });
    return sendJson(response, {});
  };

  const lineItems = (
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    body: string,
  ) => {
    if (request.method !== 'POST') {
      const listed = services.lineItems.filter(
        (item) =>
          !services.removed.has(item.id) &&
          isAskedFor(url, 'resource_link_id', item.resourceLinkId) &&
          isAskedFor(url, 'resource_id', item.resourceId),
      );
      return sendPage(response, url, listed, (all) => all);
    }
    const item = {
      ...(JSON.parse(body) as LineItem),
      id: `${origin}/lineitems/made-${services.lineItems.length + 1}${query}`,
    };
    services.lineItems.push(item);
    return sendJson(response, item, 201);
  };

  const memberOf = ({ id, name, roles }: PlatformUser) => ({
    user_id: variant.isMoodleLike ? Number(id) : id,
    name,
    status: 'Active',
    roles: variant.isMoodleLike
      ? roles
      : roles.map((role) => `http://purl.imsglobal.org/vocab/lis/v2/membership#${role}`),
  });

  const sendPage = <Entry>(
    response: ServerResponse,
    url: URL,
    all: readonly Entry[],
    wrap: (page: readonly Entry[]) => unknown,
  ) => {
    const from = Number(url.searchParams.get('from') ?? 0);
    const size = variant.pageSize ?? all.length;
    const next = new URL(url);
    next.searchParams.set('from', String(from + size));
    const headers = from + size < all.length ? { link: `<${next.href}>; rel="next"` } : {};
    return sendJson(
      response,
      wrap(all.slice(from, from + size)),
      200,
      headers as Record<string, string>,
    );
  };
  return services;
}

function isAskedFor({ searchParams }: URL, name: string, value: string | undefined): boolean {
  const asked = searchParams.get(name);
  return asked === null || asked === value;
}

async function fail(response: ServerResponse, { afterMs = 0, headers, status }: Mishap) {
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  sendJson(response, { error: 'mishap' }, status, headers);
}
