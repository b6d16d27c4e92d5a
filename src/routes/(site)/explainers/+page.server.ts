import type { PageServerLoad } from './$types';

/** The prose that was compiled into this build: a newer one waits for the next. */
const compiled = import.meta.glob('/src/content/explainers/*.svx');

function isCompiled({ slug }: { readonly slug: string }): boolean {
  return `/src/content/explainers/${slug}.svx` in compiled;
}

export const load: PageServerLoad = ({ locals }) => ({
  explainers: [...locals.app.library.explainers.values()]
    .filter(isCompiled)
    .map(({ slug, title, summary, language, questions }) => ({
      slug,
      title,
      summary,
      language,
      questionCount: questions.length,
    })),
});
