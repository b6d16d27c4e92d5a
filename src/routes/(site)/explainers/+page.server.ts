import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({
  explainers: [...locals.app.library.explainers.values()].map(
    ({ slug, title, summary, language, questions }) => ({
      slug,
      title,
      summary,
      language,
      questionCount: questions.length,
    }),
  ),
});
