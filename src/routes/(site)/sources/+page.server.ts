import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  const { sources, quotations } = locals.app.library;
  return {
    sources: [...sources.values()].map((source) => ({
      source,
      quoted: new Set((quotations.get(source.id) ?? []).map(({ start }) => start)).size,
    })),
  };
};
