/** What a request brought: everything that a learner with developer tools can read of it. */
export interface Reply {
  readonly status: number;
  readonly location: string | null;
  readonly headers: string;
  readonly body: string;
}

/** A browser without a screen: it keeps cookies and says where its requests come from. */
export interface Client {
  /** Its cookies as a header's value. */
  cookies(): string;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Reply>;
  post(
    path: string,
    form: Readonly<Record<string, string>> | string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Reply>;
}

/** A client of its own for one server. */
export function makeClient(origin: string): Client {
  const cookies = new Map<string, string>();
  const header = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const send = async (path: string, init: RequestInit & { headers: Record<string, string> }) => {
    const cookie = header();
    const response = await fetch(new URL(path, origin), {
      redirect: 'manual',
      ...init,
      headers: { ...(cookie && { cookie }), ...init.headers },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return {
      status: response.status,
      location: response.headers.get('location'),
      headers: [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n'),
      body: await response.text(),
    };
  };
  return {
    cookies: header,
    get: (path, headers = {}) => send(path, { headers: { accept: 'text/html', ...headers } }),
    post: (path, form, headers = {}) =>
      send(path, {
        method: 'POST',
        body: typeof form === 'string' ? form : new URLSearchParams(form).toString(),
        headers: {
          origin,
          accept: 'text/html',
          'content-type': 'application/x-www-form-urlencoded',
          ...headers,
        },
      }),
  };
}

/** Starts an attempt at the fixture bank; gives its path, `/attempts/att_…`. */
export async function startAttempt(client: Client, bank = 'storm'): Promise<string> {
  const { location } = await client.post(`/banks/${bank}?/start`, {});
  return new URL(location ?? '', 'http://any').pathname;
}

/** The path of the question that an attempt waits at. */
export async function openQuestion(client: Client, attempt: string): Promise<string> {
  const { location } = await client.get(attempt);
  return new URL(location ?? '', 'http://any').pathname;
}

/** A form that answers an open question's page: first choices, rows one after the other, or a text. */
export function anyAnswer(page: string): Record<string, string> {
  const form: Record<string, string> = {
    version: /name="version" value="(\d+)"/.exec(page)?.[1] ?? '',
  };
  for (const [, name = '', value = ''] of page.matchAll(
    /<input type="(?:radio|checkbox)" name="(\w+)" value="([^"]+)"/g,
  )) {
    form[name] ??= value;
  }
  let row = 0;
  for (const [, name = ''] of page.matchAll(/<select[^>]* name="(\w+)"/g)) {
    row += 1;
    form[name] = String(row);
  }
  const text = /name="(value|entry)"/.exec(page)?.[1];
  return text ? { ...form, [text]: '7' } : form;
}
