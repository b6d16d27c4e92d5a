import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optionIdAt } from '../../quiz/ids.ts';
import { markChoices } from './mark-choices.ts';

function item(optionCount: number, keys: readonly number[], score: 'all' | 'each') {
  return {
    options: Array.from({ length: optionCount }, (_, index) => ({ id: optionIdAt(index) })),
    key: keys.map(optionIdAt),
    score,
  };
}

const pick = (...places: readonly number[]) => places.map(optionIdAt);

describe('markChoices', () => {
  it.each<[string, number[], number]>([
    ['exactly the key', [0, 1, 2], 1],
    ['nothing', [], 0],
    ['everything', [0, 1, 2, 3, 4], 0],
    ['two of three', [0, 1], 2 / 3],
    ['two of three and one distractor of two', [0, 1, 3], 2 / 3 - 1 / 2],
    ['all three and one distractor', [0, 1, 2, 3], 1 / 2],
    ['distractors only', [3, 4], 0],
  ])('marked each, gives the share for %s', (_name, places, points) => {
    expect(markChoices(item(5, [0, 1, 2], 'each'), pick(...places)).points).toBeCloseTo(points, 10);
  });

  it.each<[string, number[], number]>([
    ['exactly the key', [0, 1, 2], 1],
    ['two of three', [0, 1], 0],
    ['one too many', [0, 1, 2, 3], 0],
    ['everything', [0, 1, 2, 3, 4], 0],
  ])('marked whole, gives all or nothing for %s', (_name, places, points) => {
    expect(markChoices(item(5, [0, 1, 2], 'all'), pick(...places)).points).toBe(points);
  });

  const banks = fc.integer({ min: 2, max: 8 }).chain((count) =>
    fc.record({
      count: fc.constant(count),
      keys: fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: count - 1 }),
      chosen: fc.uniqueArray(fc.nat(count + 2)),
      score: fc.constantFrom('all' as const, 'each' as const),
    }),
  );

  it('stays within 0 and 1, and is full for the exact key only', () => {
    fc.assert(
      fc.property(banks, ({ count, keys, chosen, score }) => {
        const { points, correct } = markChoices(item(count, keys, score), pick(...chosen));
        const isExact = keys.length === chosen.length && keys.every((key) => chosen.includes(key));
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points).toBeLessThanOrEqual(1);
        expect(correct).toBe(isExact);
      }),
    );
  });

  it('gives nothing for everything, whatever the key', () => {
    fc.assert(
      fc.property(banks, ({ count, keys, score }) => {
        const all = Array.from({ length: count }, (_, index) => index);
        expect(markChoices(item(count, keys, score), pick(...all)).points).toBe(0);
      }),
    );
  });

  it('never takes points for one right choice more', () => {
    fc.assert(
      fc.property(banks, ({ count, keys, chosen }) => {
        const more = [...new Set([...chosen, keys[0] ?? 0])];
        const marked = item(count, keys, 'each');
        const before = markChoices(marked, pick(...chosen)).points;
        expect(markChoices(marked, pick(...more)).points).toBeGreaterThanOrEqual(before - 1e-9);
      }),
    );
  });
});
