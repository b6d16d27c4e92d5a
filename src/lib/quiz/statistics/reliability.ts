/**
 * Cronbach's alpha (Cronbach 1951) of k ≥ 2 items: k/(k−1) · (1 − Σs²ᵢ/s²ₜ), all variances over n − 1.
 * An item that everybody got right counts among the k, as in Moodle. Null where the totals have no
 * spread.
 */
export function cronbachAlpha(
  itemVariances: readonly number[],
  totalVariance: number,
): number | null {
  const k = itemVariances.length;
  if (k < 2 || totalVariance === 0) return null;
  const sum = itemVariances.reduce((whole, each) => whole + each, 0);
  return (k / (k - 1)) * (1 - sum / totalVariance);
}

/**
 * Kuder and Richardson's formula 20 (1937) for items worth 0 or 1, of the share that got each right and
 * the totals' variance over n, not n − 1: only so it equals alpha. Null where the totals have no spread.
 */
export function kuderRichardson20(
  facilities: readonly number[],
  populationVariance: number,
): number | null {
  return cronbachAlpha(
    facilities.map((share) => share * (1 - share)),
    populationVariance,
  );
}

/** Standard error of measurement, s·√(1 − reliability), in the unit of `sd`. */
export function standardError(sd: number, reliability: number): number {
  return sd * Math.sqrt(1 - reliability);
}
