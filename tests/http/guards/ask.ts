/** What a request came to, whatever form the reply has. */
export interface Outcome {
  /** The status that a page would have had: also of data and of actions, which say it in their text. */
  readonly status: number;
  /** Where a redirect leads, without the query; null otherwise. */
  readonly leadsTo: string | null;
  /** Everything that can be read of the reply. */
  readonly text: string;
}

/** One request as a browser, or somebody with developer tools, sends it. */
export interface Request {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly cookie: string;
  readonly form: Readonly<Record<string, string>>;
  /** `data`: the page's data alone; `action`: as a script posts a form. */
  readonly as: 'page' | 'data' | 'action';
}

/** Sends a request to a server and reads what it came to; a stream is left as soon as it is opened. */
export async function askServer(origin: string, request: Request): Promise<Outcome> {
  const leaving = new AbortController();
  const reply = await fetch(addressOf(origin, request), {
    ...initOf(origin, request),
    redirect: 'manual',
    signal: leaving.signal,
  });
  const head = [...reply.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  const isStream = reply.headers.get('content-type') === 'text/event-stream';
  const body = isStream ? '' : await reply.text();
  leaving.abort();
  const { status, location } = told(reply, body);
  const leadsTo = location === null ? null : new URL(location, origin).pathname;
  return { status, leadsTo, text: `${head}\n${body}` };
}

function addressOf(origin: string, { as, path }: Request): URL {
  const address = new URL(path, origin);
  if (as !== 'data') return address;
  address.pathname = `${address.pathname.replace(/\/$/, '')}/__data.json`;
  address.searchParams.set('x-sveltekit-invalidated', '1'.repeat(6));
  return address;
}

function initOf(origin: string, { as, cookie, form, method }: Request): RequestInit {
  const isPost = method !== 'GET';
  return {
    method,
    body: isPost ? new URLSearchParams(form).toString() : null,
    headers: {
      cookie,
      accept: as === 'action' ? 'application/json' : 'text/html',
      ...(as === 'action' && { 'x-sveltekit-action': 'true' }),
      ...(isPost && { origin, 'content-type': 'application/x-www-form-urlencoded' }),
    },
  };
}

interface Told {
  readonly status: number;
  readonly location: string | null;
}

/** A node of a page's data, or what an action came to. */
interface Said {
  readonly type?: string;
  readonly status?: number;
  readonly location?: string;
  readonly error?: { readonly status?: number };
  readonly nodes?: readonly (Said | null)[];
}

/** The status and the redirect that stand in a reply’s text, where it is SvelteKit's own; else the reply's. */
function told(reply: Response, body: string): Told {
  const plain = { status: reply.status, location: reply.headers.get('location') };
  const isOwn = reply.headers.get('content-type')?.startsWith('application/json');
  const isWritten = isOwn && reply.status === 200 && !reply.headers.has('content-disposition');
  if (!isWritten) return plain;
  const said = JSON.parse(body) as Said;
  const failed = said.nodes?.find((node) => node?.type === 'error');
  if (failed) return { status: failed.status ?? failed.error?.status ?? 500, location: null };
  if (said.type === 'redirect') return { status: 303, location: said.location ?? null };
  return said.status === undefined ? plain : { status: said.status, location: null };
}
