import type { PageServerLoad } from './$types';

/** Signs of a search that are looked at. */
const longestSearch = 200;

export const load: PageServerLoad = async ({ locals, url }) => {
  const read = (name: string) => (url.searchParams.get(name) ?? '').slice(0, longestSearch).trim();
  const filter = {
    words: read('words'),
    language: read('language'),
    level: read('level'),
    least: read('least'),
  };
  return { filter, catalogue: await locals.app.listBuildBanks(filter) };
};
