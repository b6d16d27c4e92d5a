import { error } from '@sveltejs/kit';
import { sayLmsFault } from '$lib/formats/lms-export';
import { attachment, safePart } from '$lib/server/exports/file-name';
import type { RequestHandler } from './$types';
import { findLmsPage, readList } from '../read-list';

/** The pasted list with one column filled, as a file. */
export const POST: RequestHandler = async (event) => {
  const page = await findLmsPage(event);
  const filling = await readList(event, page);
  if (!filling.ok) {
    const faults = filling.faults.map((fault) => sayLmsFault(fault, page.lms, event.locals.say));
    error(422, faults.join(' '));
  }
  const name = `${safePart(page.grades.title)}_${page.lms.toLowerCase()}.csv`;
  return new Response(filling.text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': attachment(name),
      'cache-control': ['no-store', 'no-transform'].join(),
    },
  });
};
