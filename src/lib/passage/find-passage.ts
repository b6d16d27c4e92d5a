/** Where a passage stands in the normal form of its source. */
export type PassagePlace =
  | { readonly kind: 'found'; readonly start: number }
  | { readonly kind: 'absent' }
  /** It stands `count` times, and which of them is meant was not said, or is none of them. */
  | { readonly kind: 'ambiguous'; readonly count: number };

/** UTF-16 units of neighbouring text by which two places count as alike. */
const neighbourhood = 60;
/** Fewer of them, at the beginning or end of a text, tell nothing. */
const tellingNeighbour = 10;

/**
 * Finds a passage, both texts in normal form. Of several places with alike neighbours (a text printed
 * twice) the first counts; where neighbours differ, `occurrence` (from 1) says which is meant.
 */
export function findPassage(
  text: string,
  exact: string,
  occurrence: number | null = null,
): PassagePlace {
  const starts = findAll(text, exact);
  const [first] = starts;
  if (first === undefined) return { kind: 'absent' };
  if (occurrence !== null) {
    const named = starts[occurrence - 1];
    return named === undefined
      ? { kind: 'ambiguous', count: starts.length }
      : { kind: 'found', start: named };
  }
  const isAlike = starts.every((start) => hasSameNeighbour(text, exact.length, first, start));
  return isAlike ? { kind: 'found', start: first } : { kind: 'ambiguous', count: starts.length };
}

function findAll(text: string, exact: string): number[] {
  const starts: number[] = [];
  if (exact === '') return starts;
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + exact.length)) {
    starts.push(at);
  }
  return starts;
}

function hasSameNeighbour(text: string, length: number, one: number, other: number): boolean {
  const before = Math.min(neighbourhood, one, other);
  const after = Math.min(neighbourhood, text.length - length - Math.max(one, other));
  const isSame = (width: number, from: number) =>
    width >= tellingNeighbour &&
    text.slice(one + from, one + from + width) === text.slice(other + from, other + from + width);
  return isSame(before, -before) || isSame(after, length);
}
