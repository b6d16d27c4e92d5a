import type { RequestHandler } from './$types';

/** What is stored of this browser's answers, as a file. */
export const GET: RequestHandler = async ({ locals }) =>
  new Response(await locals.app.exportRecord(locals.owner), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="verbatim-record.json"',
      'cache-control': 'no-store',
    },
  });
