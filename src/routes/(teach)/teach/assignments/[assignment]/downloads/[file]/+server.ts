import { error } from '@sveltejs/kit';
import { fileAt } from '$lib/server/exports/export-address';
import { attachment, downloadName, mediaType } from '$lib/server/exports/file-name';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, locals, request }) => {
  const file = fileAt(params.file);
  const wish = file && { assignmentId: params.assignment, file, query: url.searchParams };
  const job = wish && (await locals.app.teaching.prepareExport(wish, locals.instructor));
  if (!job) error(404, locals.say('refusal.notLed'));
  const stream = await locals.exports.start(job, request.signal);
  return new Response(stream, {
    headers: {
      'content-type': mediaType(job.file),
      'content-disposition': attachment(downloadName(job)),
      // A file is sent as it is: compressing a million rows again would hold up others.
      'cache-control': ['no-store', 'no-transform'].join(),
    },
  });
};
