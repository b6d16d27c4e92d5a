import type { PageServerLoad } from './$types';

const kinds = [
  'learners',
  'assignments',
  'attempts',
  'answers',
  'votes',
  'corrections',
  'reports',
] as const;

/** What went stands in the address: numbers alone, since nothing of the class is left. */
export const load: PageServerLoad = ({ url }) => {
  const counts = kinds.map((kind) => [kind, countOf(url.searchParams.get(kind))]);
  return { contents: Object.fromEntries(counts) as Record<(typeof kinds)[number], number> };
};

function countOf(written: string | null): number {
  return written !== null && /^\d{1,9}$/.test(written) ? Number(written) : 0;
}
