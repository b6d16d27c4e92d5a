import { error, text } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** The revision of the collection: a page that was made from another one asks for itself again. */
export const GET: RequestHandler = ({ locals }) => {
  if (!locals.preview) error(404);
  return text(String(locals.preview.revision()));
};
