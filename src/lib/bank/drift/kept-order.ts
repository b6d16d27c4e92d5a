/** Where something stood in an old text, and a place at which the new one has it. */
export interface Shift {
  readonly before: number;
  readonly now: number;
}

/**
 * The old places of what keeps its order: what every longest run in the old order has. What the new
 * text has twice may count at either place. Of two that changed places neither is kept, for nobody
 * can tell which of the two was moved.
 */
export function keptOrder(shifts: readonly Shift[]): Set<number> {
  // Of one thing's places the later comes first, so that no run can have both.
  const sorted = [...shifts].sort((one, other) => one.before - other.before || other.now - one.now);
  const places = sorted.map(({ now }) => now);
  const upTo = runLengths(places);
  const from = runLengths(places.map((place) => -place).reverse()).reverse();
  const longest = upTo.reduce((most, length) => Math.max(most, length), 0);
  const rivals = new Map<number, Set<number>>();
  sorted.forEach(({ before }, index) => {
    const rank = upTo[index] ?? 0;
    if (rank + (from[index] ?? 0) - 1 !== longest) return;
    rivals.set(rank, (rivals.get(rank) ?? new Set()).add(before));
  });
  return new Set([...rivals.values()].flatMap((each) => (each.size === 1 ? [...each] : [])));
}

/** For each value the length of the longest increasing run that ends with it. */
function runLengths(values: readonly number[]): number[] {
  /** The least value with which a run of each length ends. */
  const ends: number[] = [];
  return values.map((value) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    ends[low] = value;
    return low + 1;
  });
}
