import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSmallGroup, leastGroup, mergeSmallGroups, withoutSmallCounts } from './small-groups.ts';

const counts = fc.array(fc.nat(40), { minLength: 1, maxLength: 9 });
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);

describe('counts that are shown', () => {
  it.each<[string, number[], (number | null)[]]>([
    ['none is small', [5, 0, 12], [5, 0, 12]],
    ['two are small and enough together', [4, 3, 12], [null, null, 12]],
    ['one is small, so the next smallest is hidden with it', [4, 8, 12], [null, null, 12]],
    ['two are small, and together still', [1, 1, 8, 12], [null, null, null, 12]],
    ['all are', [1, 0, 2], [null, 0, null]],
  ])('%s', (_what, given, shown) => {
    expect(withoutSmallCounts(given)).toEqual(shown);
  });

  it('hide every small one, and no group that the total would give away', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const shown = withoutSmallCounts(given);
        shown.forEach((n, index) => expect([null, given[index]]).toContain(n));
        expect(shown.some((n) => n !== null && isSmallGroup(n))).toBe(false);
        const hidden = given.filter((_, index) => shown[index] === null);
        const isAll = hidden.length === given.filter((n) => n > 0).length;
        if (hidden.length > 0 && !isAll) {
          expect(hidden.length).toBeGreaterThan(1);
          expect(sumOf(hidden)).toBeGreaterThanOrEqual(leastGroup);
        }
      }),
    );
  });
});

describe('groups that are shown', () => {
  const groupsOf = (given: readonly number[]) => given.map((n, at) => ({ n, from: at, to: at }));
  type Group = ReturnType<typeof groupsOf>[number];
  const merge = (one: Group, next: Group) => ({ n: one.n + next.n, from: one.from, to: next.to });

  it.each<[string, number[], number[]]>([
    ['stay where none is small', [5, 0, 9], [5, 0, 9]],
    ['merge with the smaller neighbour', [9, 3, 6], [9, 9]],
    ['merge on until none is small', [1, 1, 1, 1, 1, 9], [5, 9]],
    ['are none where there are too few people', [1, 0, 2], []],
  ])('%s', (_what, given, shown) => {
    expect(mergeSmallGroups(groupsOf(given), merge).map(({ n }) => n)).toEqual(shown);
  });

  it('are never small, lose nobody and keep their order, but where all are too few', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const shown = mergeSmallGroups(groupsOf(given), merge);
        if (isSmallGroup(sumOf(given))) {
          expect(shown).toEqual([]);
          return;
        }
        expect(shown.some(({ n }) => isSmallGroup(n))).toBe(false);
        expect(sumOf(shown.map(({ n }) => n))).toBe(sumOf(given));
        const places = shown.flatMap(({ from, to }) => [from, to]);
        expect(places).toEqual(places.toSorted((one, other) => one - other));
      }),
    );
  });
});
