import { describe, expect, it } from 'vitest';
import { certaintyIn, isAnswered, isChosen, isPresented } from './response-table.ts';
import { tableBuilder, type ResponseCell } from './table-builder.ts';

const options = Array.from({ length: 32 }, (_, at) => ({
  id: `o${at}`,
  label: `Option ${at}`,
  isKey: at === 31,
  trap: null,
}));
const item = { id: 'item-1', version: 2, maxPoints: 2, chance: null, options };
const answer: ResponseCell = {
  status: 'answered',
  points: 1.5,
  correct: false,
  certainty: 'guessing',
  choices: ['o0', 'o31'],
  seconds: 4,
};

describe('a table', () => {
  it('keeps an answer: points, certainty, time and each of 32 options', () => {
    const builder = tableBuilder([item]);
    builder.push([answer]);
    const table = builder.table();
    expect([table.n, table.points[0], table.correct[0], table.seconds[0]]).toEqual([1, 1.5, 0, 4]);
    expect(certaintyIn(table, 0)).toBe('guessing');
    const chosen = options.flatMap(({ id }, at) => (isChosen(table, 0, at) ? [id] : []));
    expect(chosen).toEqual(['o0', 'o31']);
  });

  it.each(['skipped', 'not_reached', 'not_presented'] as const)(
    'gives no points, certainty or choice to what was %s',
    (status) => {
      const builder = tableBuilder([item]);
      builder.push([{ ...answer, status }]);
      const table = builder.table();
      expect([table.points[0], table.choices[0], table.seconds[0]]).toEqual([0, 0, NaN]);
      expect([certaintyIn(table, 0), isAnswered(table, 0)]).toEqual([null, false]);
      expect(isPresented(table, 0)).toBe(status !== 'not_presented');
    },
  );

  it('grows with its rows and loses none', () => {
    const builder = tableBuilder([item, { ...item, id: 'item-2' }]);
    for (let row = 0; row < 1000; row += 1) {
      builder.push([
        { ...answer, seconds: row },
        { ...answer, certainty: 75, seconds: null },
      ]);
    }
    const { n, seconds, certainty } = builder.table();
    expect([n, seconds.length]).toEqual([1000, 2000]);
    expect(Array.from(seconds).filter((_, cell) => cell % 2 === 0)).toEqual(
      Array.from({ length: 1000 }, (_, row) => row),
    );
    expect(certainty.filter((each) => each === 75)).toHaveLength(1000);
  });

  it.each([
    ['more points than there are', [{ ...answer, points: 2.5 }], '2.5 of 2 points'],
    ['points that are no number', [{ ...answer, points: NaN }], 'NaN of 2 points'],
    ['an option that is not there', [{ ...answer, choices: ['z'] }], 'no option z'],
    ['a row of another length', [], 'A row of 0 cells for 1 items'],
  ])('refuses %s', (_name, row, words) => {
    expect(() => tableBuilder([item]).push(row)).toThrow(words);
  });

  it('refuses an item of more than 32 options', () => {
    const crowded = { ...item, options: [...options, ...options.slice(0, 1)] };
    expect(() => tableBuilder([crowded])).toThrow('more than 32 options');
  });
});
