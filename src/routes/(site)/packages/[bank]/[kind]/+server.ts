import { tongueOf } from '$lib/messages/languages';
import { attachment } from '$lib/server/exports/file-name';
import type { RequestHandler } from './$types';

const statuses = { unknown: 404, unreadable: 400, 'not-built': 503 } as const;

/** A bank as a package, with its key; the query holds what its author chose. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const wish = { bankId: params.bank, kind: params.kind, query: url.searchParams };
  const result = await locals.app.packages.make(wish, { origin: url.origin, tongueOf });
  if (result.kind !== 'made') {
    return new Response(`${result.faults.join('\n')}\n`, {
      status: statuses[result.kind],
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    });
  }
  return new Response(result.bytes, {
    headers: {
      'content-type': result.mediaType,
      'content-disposition': attachment(result.name),
      'cache-control': ['no-cache', 'no-transform'].join(),
    },
  });
};
