/**
 * What the sources say of a claim (after FEVER and AVeriTeC): `supported`, a source states it and none
 * speaks against it; `refuted`, a passage excludes it; `not-stated`, the matter is touched and the
 * answer is not there; `conflicting`, sources or two places of one source can't both be right.
 */
export type VerdictLabel = 'supported' | 'refuted' | 'not-stated' | 'conflicting';

/** All labels, in the order in which they are offered. */
export const verdictLabels: readonly VerdictLabel[] = [
  'supported',
  'refuted',
  'not-stated',
  'conflicting',
];

/** Reads a label as an author writes it (`not stated`) or a form sends it; null for anything else. */
export function readVerdictLabel(text: string): VerdictLabel | null {
  const label = text.trim().toLowerCase().replace(/\s+/g, '-');
  return verdictLabels.find((known) => known === label) ?? null;
}
