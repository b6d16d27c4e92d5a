import { error } from '@sveltejs/kit';
import { previewedFiles } from '$lib/server/preview/previewed-bank';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  if (!locals.preview) error(404);
  return {
    files: previewedFiles(locals.preview.collection()),
    revision: locals.preview.revision(),
  };
};
