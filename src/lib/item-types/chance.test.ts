import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optionIdAt } from '../quiz/ids.ts';
import { arrangements, pickingChance } from './chance.ts';
import { provesIt, type Picking } from './evidence.ts';

function picking(sentences: number, pick: number, groups: readonly (readonly number[])[]): Picking {
  return {
    pick,
    groups: groups.map((group) => group.map(optionIdAt)),
    sentences: Array.from({ length: sentences }, (_, index) => ({
      id: optionIdAt(index),
      passage: { source: 'wire' as never, exact: '', marks: [], occurrence: null, near: false },
      reply: null,
      trap: null,
    })),
  };
}

/** The same by going through every pick. */
function counted(item: Picking): number {
  const ids = item.sentences.map(({ id }) => id);
  const picks = Array.from({ length: 2 ** ids.length - 1 }, (_, subset) =>
    ids.filter((_id, index) => ((subset + 1) >> index) % 2 === 1),
  ).filter((each) => each.length <= item.pick);
  return picks.filter((each) => provesIt(item, each)).length / picks.length;
}

it('arranges entries', () => {
  expect([1, 2, 3, 4, 5].map(arrangements)).toEqual([1, 2, 6, 24, 120]);
});

describe('the chance of a pick', () => {
  it.each<[string, Picking, number]>([
    ['one of three sentences', picking(3, 1, [[0]]), 1 / 3],
    ['either of two in four', picking(4, 1, [[0], [1]]), 1 / 2],
    ['just the two that prove it together', picking(4, 2, [[0, 2]]), 1 / 10],
  ])('is that of %s', (_name, item, chance) => {
    expect(pickingChance(item)).toBeCloseTo(chance, 12);
  });

  it('is what going through every pick gives', () => {
    const groups = (sentences: number, pick: number) =>
      fc.uniqueArray(fc.uniqueArray(fc.nat(sentences - 1), { minLength: 1, maxLength: pick }), {
        minLength: 1,
        maxLength: 3,
      });
    const any = fc
      .integer({ min: 2, max: 7 })
      .chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 1, max: n - 1 })))
      .chain(([n, pick]) => fc.tuple(fc.constant(n), fc.constant(pick), groups(n, pick)));
    fc.assert(
      fc.property(any, ([sentences, pick, each]) => {
        const item = picking(sentences, pick, each);
        expect(pickingChance(item)).toBeCloseTo(counted(item), 12);
      }),
    );
  });
});
