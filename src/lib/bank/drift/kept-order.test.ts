import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptOrder, type Shift } from './kept-order.ts';

/** Things `0, 1, 2 …` in their old order, each with its new places. */
function shiftsOf(places: readonly (readonly number[])[]): Shift[] {
  return places.flatMap((each, before) => each.map((now) => ({ before, now })));
}

/** Every run that keeps the old order, of one place for each thing. */
function allRuns(places: readonly (readonly number[])[]): number[][] {
  let runs: { things: number[]; end: number }[] = [{ things: [], end: -1 }];
  places.forEach((each, thing) => {
    const longer = runs.flatMap(({ things, end }) =>
      each.filter((now) => now > end).map((now) => ({ things: [...things, thing], end: now })),
    );
    runs = [...runs, ...longer];
  });
  return runs.map(({ things }) => things);
}

describe('keptOrder', () => {
  it.each<[string, number[][], number[]]>([
    ['nothing', [], []],
    ['one thing', [[7]], [0]],
    ['all that was pushed on', [[10], [11], [30], [31]], [0, 1, 2, 3]],
    ['all but the one that was moved to the end', [[9], [1], [2], [3]], [1, 2, 3]],
    ['all but the two that were moved to the top', [[3], [4], [5], [1], [2]], [0, 1, 2]],
    ['neither of two that were swapped', [[0], [2], [1], [3]], [0, 3]],
    ['what stands where it stood and elsewhere as well', [[1], [0, 2], [3]], [0, 1, 2]],
    ['all but what is gone', [[1], [], [2]], [0, 2]],
  ])('keeps %s', (_what, places, kept) => {
    expect([...keptOrder(shiftsOf(places))].sort()).toEqual(kept);
  });

  it('keeps what every longest run has, and nothing else', () => {
    const order = fc.uniqueArray(fc.nat(12), { maxLength: 8 });
    fc.assert(
      fc.property(order, (now) => {
        const runs = allRuns(now.map((place) => [place]));
        const longest = Math.max(...runs.map((run) => run.length));
        const most = runs.filter((run) => run.length === longest);
        const common = now
          .map((_, thing) => thing)
          .filter((thing) => most.every((run) => run.includes(thing)));
        expect([...keptOrder(shiftsOf(now.map((place) => [place])))].sort()).toEqual(common.sort());
      }),
    );
  });
});
