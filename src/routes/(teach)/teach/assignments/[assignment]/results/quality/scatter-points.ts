import type { QuestionAnalysis } from '$lib/server/results/question-analysis';

/** The questions of which both coefficients are known, as points of a chart that lead to them. */
export function scatterPoints(
  questions: readonly QuestionAnalysis[],
  itemsHref: string,
  query: string,
) {
  return questions.flatMap(({ itemId, version, position, statistics }) => {
    const { facility, facilityLo, facilityHi, discriminationRestR, restRLo, restRHi } = statistics;
    if (facility === null || facilityLo === null || facilityHi === null) return [];
    if (discriminationRestR === null || restRLo === null || restRHi === null) return [];
    return [
      {
        key: `${itemId} ${version}`,
        position,
        href: `${itemsHref}/${itemId}${query}`,
        facility,
        facilityLo,
        facilityHi,
        restR: discriminationRestR,
        restRLo,
        restRHi,
      },
    ];
  });
}
