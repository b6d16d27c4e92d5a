import { error } from '@sveltejs/kit';
import { previewedBank } from '$lib/server/preview/previewed-bank';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
  if (!locals.preview) error(404);
  const bank = previewedBank(locals.preview.collection(), params.bank);
  if (!bank)
    error(404, 'No bank of this name is in the content folder, or its file can’t be read.');
  return { bank, revision: locals.preview.revision() };
};
