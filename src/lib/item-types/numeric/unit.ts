const synonyms: readonly (readonly string[])[] = [
  ['%', 'percent', 'per cent', 'pct', 'percentage'],
  ['$', 'usd', 'us$', 'dollar', 'dollars', 'us dollars'],
  ['€', 'eur', 'euro', 'euros'],
  ['£', 'gbp', 'pound', 'pounds'],
];

function folded(unit: string): string {
  return unit.normalize('NFKC').toLowerCase().replace(/\.$/, '').trim();
}

/** True where a learner's unit word means the item's unit. No word at all means it too. */
export function isSameUnit(given: string, unit: string | null): boolean {
  const word = folded(given);
  if (word === '') return true;
  if (unit === null) return false;
  const expected = folded(unit);
  if (word === expected || `${word}s` === expected || word === `${expected}s`) return true;
  return synonyms.some((group) => group.includes(word) && group.includes(expected));
}
