import type { ItemStatistics } from './item-statistics.ts';

/**
 * Items in the order in which a class gains most by talking of them: the one that most learners got
 * wrong with confidence first, then the one with the smallest share of its points, then as they stand.
 */
export function worthDiscussing<
  T extends Pick<ItemStatistics, 'nConfidentWrong' | 'meanPoints' | 'maxPoints'>,
>(items: readonly T[]): T[] {
  // Nobody met it: nothing to talk of.
  const share = ({ meanPoints, maxPoints }: T) => (meanPoints ?? Infinity) / maxPoints;
  const ascending = (one: number, other: number) => (one === other ? 0 : one - other);
  return items.toSorted(
    (one, other) =>
      other.nConfidentWrong - one.nConfidentWrong || ascending(share(one), share(other)),
  );
}
