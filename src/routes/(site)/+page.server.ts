import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const unfinished = await locals.app.listUnfinished(locals.owner);
  return {
    banks: [...locals.app.library.banks.values()].map((bank) => ({
      id: bank.id,
      title: bank.title,
      summary: bank.summary,
      language: bank.language,
      itemCount: bank.items.length,
      sourceCount: bank.sources.length,
      unfinished: unfinished.find((attempt) => attempt.bankId === bank.id) ?? null,
    })),
  };
};
