/** A distractor that fewer choose than one in so many is no use. */
const oneIn = 20;

/**
 * True where a distractor does its work: at least 5 % chose it, and rather those who know less (Tarrant,
 * Ware & Mohammed 2009). Null where its r with the rest score is not known, and it matters.
 */
export function isFunctioning(chosen: number, n: number, restR: number | null): boolean | null {
  if (chosen * oneIn < n) return false;
  return restR === null ? null : restR < 0;
}

/** Functioning distractors among all (Tarrant et al. 2009), 0 to 1; null where there are none at all. */
export function distractorEfficiency(functioning: number, distractors: number): number | null {
  return distractors === 0 ? null : functioning / distractors;
}
