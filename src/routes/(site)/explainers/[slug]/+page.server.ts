import { error, fail, redirect } from '@sveltejs/kit';
import { readFields } from '$lib/server/form-fields';
import { holdOwner } from '$lib/server/owner-cookie';
import type { Actions, PageServerLoad } from './$types';

const noSuchExplainer =
  'No explainer of this name is open here. Those that are stand on one page, “Explainers”.';

const noSuchQuestion =
  'This question is not asked here any more, or your answers were deleted meanwhile. Nothing was stored. Open the explainer again from the page “Explainers”.';

/** The prose that was compiled into this build. */
const compiled = import.meta.glob('/src/content/explainers/*.svx');

const revised =
  'The question was revised while it was open here, so nothing was stored. This is how it reads now: please answer it again.';

export const load: PageServerLoad = async ({ locals, params }) => {
  const page = await locals.app.showExplainer(params.slug, locals.owner);
  const isCompiled = `/src/content/explainers/${params.slug}.svx` in compiled;
  if (!page || !isCompiled) error(404, noSuchExplainer);
  return { page };
};

export const actions: Actions = {
  answer: async (event) => {
    const { locals, params, request, url } = event;
    const name = url.searchParams.get('question') ?? '';
    const form = await request.formData().catch(() => null);
    const fields = form && readFields(form);
    const unreadable = 'This was not a form that the page sends, so nothing was stored. Reload it.';
    if (!fields) return fail(400, { name, problem: unreadable, given: {} });
    const owner = holdOwner(event);
    locals.owner = owner;
    const where = { slug: params.slug, question: name, owner };
    const result = await locals.app.answerInline(where, fields);
    if (result.kind === 'unknown') error(404, noSuchQuestion);
    if (result.kind === 'unreadable') {
      return fail(400, { name, problem: result.message, given: Object.fromEntries(fields) });
    }
    if (result.kind === 'revised') return fail(409, { name, problem: revised, given: {} });
    if (request.headers.has('x-enhance')) return { name, problem: null, given: {} };
    redirect(303, `/explainers/${params.slug}#question-${name.replace('/', '-')}-verdict`);
  },
};
