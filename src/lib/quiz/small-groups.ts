/**
 * How many people a group must have before figures of it are shown to others: fewer can be told apart
 * by whoever knows the class.
 */
export const leastGroup = 5;

/** True for a group of some, but fewer than {@link leastGroup}; nobody is no group. */
export function isSmallGroup(n: number): boolean {
  return n > 0 && n < leastGroup;
}

/**
 * Counts of one table row as they may be shown beside its total: a small one is null. A single hidden
 * count, or several that make up a small group together, would follow from the total: then the
 * smallest of the others are hidden too.
 */
export function withoutSmallCounts(counts: readonly number[]): (number | null)[] {
  const hidden = new Set(counts.flatMap((n, index) => (isSmallGroup(n) ? [index] : [])));
  if (hidden.size === 0) return [...counts];
  const others = counts
    .map((n, index) => ({ n, index }))
    .filter(({ n, index }) => n > 0 && !hidden.has(index))
    .sort((one, other) => one.n - other.n);
  for (const { index } of others) {
    const sum = [...hidden].reduce((total, each) => total + (counts[each] ?? 0), 0);
    if (hidden.size > 1 && sum >= leastGroup) break;
    hidden.add(index);
  }
  return counts.map((n, index) => (hidden.has(index) ? null : n));
}

/**
 * Groups in their order, each small one merged with its smaller neighbour until none is small. Empty
 * where all of them together are too few.
 */
export function mergeSmallGroups<Group extends { readonly n: number }>(
  groups: readonly Group[],
  merge: (one: Group, next: Group) => Group,
): Group[] {
  const small = groups.findIndex(({ n }) => isSmallGroup(n));
  if (small === -1) return [...groups];
  if (groups.length === 1) return [];
  const before = groups[small - 1];
  const after = groups[small + 1];
  const isBefore = before !== undefined && (after === undefined || before.n <= after.n);
  const at = isBefore ? small - 1 : small;
  const [one, next] = groups.slice(at, at + 2);
  if (!one || !next) return [];
  return mergeSmallGroups(
    [...groups.slice(0, at), merge(one, next), ...groups.slice(at + 2)],
    merge,
  );
}
