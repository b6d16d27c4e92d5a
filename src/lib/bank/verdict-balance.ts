/** Items from which on a bank's habits tell. */
export const enough = 4;
/** The share of one verdict beyond which always choosing it pays. */
const mostOfOneVerdict = 0.65;

/** The verdict that is right so often that always choosing it pays; null where none is, or few are given. */
export function leaningVerdict<Verdict>(
  verdicts: readonly Verdict[],
): { readonly verdict: Verdict; readonly count: number } | null {
  if (verdicts.length < enough) return null;
  for (const verdict of new Set(verdicts)) {
    const count = verdicts.filter((each) => each === verdict).length;
    if (count / verdicts.length > mostOfOneVerdict) return { verdict, count };
  }
  return null;
}
