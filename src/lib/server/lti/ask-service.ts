import { readFailure, readReply } from '../deliveries/read-reply.ts';
import type { Sent } from '../deliveries/sent.ts';
import type { Platform } from '../storage/lti-store.ts';
import type { PlatformFetch, PlatformRequest } from './guarded-fetch.ts';
import type { PlatformTokens } from './platform-token.ts';

/** What asking a service of a platform needs. */
export interface ServiceContext {
  readonly tokens: PlatformTokens;
  readonly fetchFor: (platform: Platform) => PlatformFetch;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
}

/** A service that answered well, or what came of asking. */
export type ServiceAnswer =
  | { readonly kind: 'answered'; readonly response: Response }
  | { readonly kind: 'failed'; readonly status: number | null; readonly sent: Sent };

/**
 * Asks a service in the name of this tool. A token that is not taken is got anew, once: platforms end
 * them early.
 */
export async function askService(
  context: ServiceContext,
  platform: Platform,
  scopes: readonly string[],
  address: string,
  request: PlatformRequest,
): Promise<ServiceAnswer> {
  const first = await askOnce(context, platform, scopes, address, request);
  if (first.kind === 'answered' || first.status !== 401) return first;
  context.tokens.forget(platform, scopes);
  const second = await askOnce(context, platform, scopes, address, request);
  if (second.kind === 'answered' || second.status !== 401) return second;
  context.tokens.forget(platform, scopes);
  const reason = 'reason' in second.sent ? second.sent.reason : '401';
  return { ...second, sent: { kind: 'later', reason } };
}

async function askOnce(
  { fetchFor, now, tokens }: ServiceContext,
  platform: Platform,
  scopes: readonly string[],
  address: string,
  request: PlatformRequest,
): Promise<ServiceAnswer> {
  const token = await tokens.get(platform, scopes, request.signal);
  if (token.kind !== 'token') return { kind: 'failed', status: null, sent: token };
  try {
    const headers = { ...request.headers, authorization: `Bearer ${token.token}` };
    const response = await fetchFor(platform)(address, { ...request, headers });
    if (response.ok) return { kind: 'answered', response };
    const { status } = response;
    return { kind: 'failed', status, sent: await readReply(response, now()) };
  } catch (error) {
    return { kind: 'failed', status: null, sent: readFailure(error) };
  }
}

/** The entries of a list, all of its pages together; or why they could not be read. */
export type ServiceList =
  | { readonly kind: 'listed'; readonly entries: readonly unknown[] }
  | { readonly kind: 'failed'; readonly sent: Sent };

/** Pages of a list that are read at most. */
const mostPages = 200;

/**
 * Reads a list page by page; `entriesIn` finds the entries in what a page says. One that leads back to a
 * page that was read ends there, and one without an end is no list.
 */
export async function listFrom(
  context: ServiceContext,
  platform: Platform,
  scopes: readonly string[],
  { address, ...request }: PlatformRequest & { readonly address: string },
  entriesIn: (page: unknown) => unknown,
): Promise<ServiceList> {
  const entries: unknown[] = [];
  const read = new Set<string>();
  for (let next: string | null = address; next !== null && !read.has(next);) {
    if (read.size === mostPages) return unreadable(`has more than ${mostPages} pages`);
    read.add(next);
    const answer: ServiceAnswer = await askService(context, platform, scopes, next, request);
    if (answer.kind === 'failed') return answer;
    const found = entriesIn(await answer.response.json().catch(() => null));
    if (!Array.isArray(found)) return unreadable('can’t be read');
    entries.push(...(found as unknown[]));
    next = nextPage(answer.response, next);
  }
  return { kind: 'listed', entries };
}

function unreadable(what: string): ServiceList {
  return { kind: 'failed', sent: { kind: 'later', reason: `The platform’s list ${what}.` } };
}

/** The address of the next page that an answer names (RFC 8288); null where it is the last. */
function nextPage(response: Response, address: string): string | null {
  const link = response.headers.get('link') ?? '';
  const found = /<([^>]*)>\s*;[^,]*\brel="?next"?/i.exec(link)?.[1];
  if (found === undefined || !URL.canParse(found, address)) return null;
  const next = new URL(found, address);
  // The token goes along.
  return next.origin === new URL(address).origin ? next.href : null;
}
