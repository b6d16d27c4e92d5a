import { error } from '@sveltejs/kit';
import { excelFor } from '$lib/server/exports/export-address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, request }) => {
  const page = await locals.app.teaching.showDownloads(params.assignment, locals.instructor);
  if (!page) error(404, locals.say('refusal.notLed'));
  const [locale = 'en'] = (request.headers.get('accept-language') ?? '').split(/[,;]/);
  return {
    page,
    excel: excelFor(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(locale) ? locale : 'en'),
    underWay: locals.exports.underWay(page.assignment.id),
  };
};
