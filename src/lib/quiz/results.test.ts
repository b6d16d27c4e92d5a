import { describe, expect, it } from 'vitest';
import type { Certainty } from './certainty.ts';
import { discernmentOf } from './discernment.ts';
import { outcomeOf } from './outcome.ts';
import { pointsText, resultsOf, trapWords, type Scored } from './results.ts';

function scored(
  id: string,
  share: number,
  traps: readonly (string | null)[] = [],
  certainty: Certainty | null = null,
): Scored<string> {
  return {
    id,
    sources: id === 'c' ? ['the Daily', 'Example Wire'] : ['Example Wire'],
    claim: null,
    certainty,
    chance: 0.25,
    outcome: outcomeOf(share),
    misreadings: traps.map((trap) => ({ given: `given in ${id}`, reply: 'No.', trap })),
  };
}

describe('resultsOf', () => {
  it('adds points and counts what is fully right', () => {
    const results = resultsOf([scored('a', 1), scored('b', 0.5), scored('c', 0)]);
    expect(results).toMatchObject({ points: 1.5, maxPoints: 3, right: 1, total: 3 });
    expect(results.missed).toEqual(['b', 'c']);
  });

  it('groups misreadings by their trap, the most frequent first', () => {
    const { misreadings } = resultsOf([
      scored('a', 0, ['unit']),
      scored('b', 0, ['false-conflict']),
      scored('c', 0, ['false-conflict', null]),
    ]);
    expect(misreadings.map(({ trap, cases }) => [trap, cases.map((each) => each.id)])).toEqual([
      ['false conflict', ['b', 'c']],
      ['unit', ['a']],
    ]);
  });

  it('names confident misses, the most certain first', () => {
    const { confidentMisses, calibration } = resultsOf([
      scored('a', 0, [], 75),
      scored('b', 0, [], 99),
      scored('c', 1, [], 99),
      scored('d', 0, [], 60),
      scored('e', 0.5, [], 90),
      scored('f', 0),
    ]);
    expect(confidentMisses).toEqual(['b', 'e', 'a']);
    expect(calibration?.n).toBe(5);
  });

  it('counts each source of an item, the one with the most misses first', () => {
    const { bySource } = resultsOf([scored('a', 1), scored('b', 0), scored('c', 1)]);
    expect(bySource).toEqual([
      { source: 'Example Wire', right: 2, n: 3 },
      { source: 'the Daily', right: 1, n: 1 },
    ]);
  });

  it('is empty for nothing', () => {
    expect(resultsOf([])).toEqual({
      points: 0,
      maxPoints: 0,
      right: 0,
      total: 0,
      missed: [],
      confidentMisses: [],
      discernment: discernmentOf([]),
      calibration: null,
      misreadings: [],
      bySource: [],
    });
  });
});

it('writes traps as words and points with two decimals at most', () => {
  expect(trapWords('part-for-the-whole')).toBe('part for the whole');
  expect([1, 0.5, 2 / 3, 11.333].map(pointsText)).toEqual(['1', '0.5', '0.67', '11.33']);
});
