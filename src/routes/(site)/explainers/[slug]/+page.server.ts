import { error, fail, redirect } from '@sveltejs/kit';
import { asksCertainty, holdAsking, wantsNoMore } from '$lib/server/certainty-cookie';
import { readFields } from '$lib/item-types/read-fields';
import { holdOwner } from '$lib/server/owner-cookie';
import type { Actions, PageServerLoad } from './$types';

/** The prose that was compiled into this build. */
const compiled = import.meta.glob('/src/content/explainers/*.svx');

export const load: PageServerLoad = async (event) => {
  const { locals, params } = event;
  const page = await locals.app.showExplainer(params.slug, locals.owner);
  const isCompiled = `/src/content/explainers/${params.slug}.svx` in compiled;
  if (!page || !isCompiled) error(404, locals.say('refusal.noExplainer'));
  return { page, asksCertainty: asksCertainty(event) };
};

export const actions: Actions = {
  answer: async (event) => {
    const { locals, params, request, url } = event;
    const name = url.searchParams.get('question') ?? '';
    const form = await request.formData().catch(() => null);
    const fields = form && readFields(form);
    const asked = (status: number, problem: string, given = {}) =>
      fail(status, { name, problem, given });
    if (!fields) return asked(400, locals.say('refusal.unreadableInline'));
    const hold = () => (locals.owner = holdOwner(event));
    const where = { slug: params.slug, question: name, owner: locals.owner, hold };
    const result = await locals.app.answerInline(where, fields);
    if (result.kind === 'unknown') error(404, locals.say('refusal.noInlineQuestion'));
    if (result.kind === 'unreadable') {
      return asked(400, result.message, Object.fromEntries(fields));
    }
    if (result.kind === 'revised') return asked(409, locals.say('refusal.revised'));
    if (wantsNoMore(fields)) holdAsking(event, false);
    if (request.headers.has('x-enhance')) return { name, problem: null, given: {} };
    redirect(303, `/explainers/${params.slug}#question-${name.replace('/', '-')}-verdict`);
  },
};
