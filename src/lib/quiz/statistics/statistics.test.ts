import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certainties } from '../certainty.ts';
import { calibrationOf, type Prediction } from '../calibration.ts';
import { calibrationStatistics } from './calibration-statistics.ts';
import { itemStatistics } from './item-statistics.ts';
import { optionStatistics } from './option-statistics.ts';
import type { ResponseStatus, ResponseTable, TabledItem } from './response-table.ts';
import { tableBuilder, type ResponseCell } from './table-builder.ts';
import { testStatistics } from './test-statistics.ts';
import { worthDiscussing } from './worth-discussing.ts';

const optionIds = ['a', 'b', 'c'];

function makeItem(at: number, maxPoints = 1): TabledItem {
  const options = optionIds.map((id) => ({ id, label: id, isKey: id === 'a', trap: null }));
  return { id: `item-${at}`, version: 1, maxPoints, chance: 0.25, options };
}

const anyCell: fc.Arbitrary<ResponseCell> = fc
  .record({
    status: fc.constantFrom<ResponseStatus>('answered', 'answered', 'skipped', 'not_reached'),
    choice: fc.constantFrom(...optionIds),
    certainty: fc.constantFrom(null, ...certainties),
    seconds: fc.constantFrom(null, 3, 12),
  })
  .map(({ choice, ...cell }) => ({
    ...cell,
    choices: [choice],
    points: choice === 'a' ? 1 : 0,
    correct: choice === 'a',
  }));
const notPresented: ResponseCell = {
  status: 'not_presented',
  points: 0,
  correct: false,
  certainty: null,
  choices: [],
  seconds: null,
};

const anyRows = (cell: fc.Arbitrary<ResponseCell>) =>
  fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 60 })).chain(([k, n]) =>
    fc.array(fc.array(cell, { minLength: k, maxLength: k }), {
      minLength: n,
      maxLength: Math.max(n, 1),
    }),
  );

function makeTable(rows: readonly (readonly ResponseCell[])[]): ResponseTable {
  const builder = tableBuilder((rows[0] ?? [notPresented]).map((_, at) => makeItem(at)));
  for (const row of rows) builder.push(row);
  return builder.table();
}

function expectWithin(value: number | null, low: number, high: number): void {
  if (value === null) return;
  expect(value).toBeGreaterThanOrEqual(low - 1e-12);
  expect(value).toBeLessThanOrEqual(high + 1e-12);
}

/** Holds records to each other, numbers up to rounding. */
function expectAlike(found: readonly object[], expected: readonly object[]): void {
  const figures = (records: readonly object[]) => records.flatMap((each) => Object.values(each));
  const own = figures(found);
  const values = figures(expected);
  expect(own).toHaveLength(values.length);
  values.forEach((value, at) => {
    if (typeof value === 'number') expect(own[at]).toBeCloseTo(value, 9);
    else expect(own[at]).toEqual(value);
  });
}

describe('statistics of whatever answers', () => {
  const anyTable = anyRows(fc.oneof({ weight: 9, arbitrary: anyCell }, fc.constant(notPresented)));

  it('stay within their bounds, and are numbers', () => {
    fc.assert(
      fc.property(anyTable, (rows) => {
        const table = makeTable(rows);
        for (const item of itemStatistics(table)) {
          expect(item.nAnswered + item.nSkipped + item.nNotReached).toBe(item.n);
          expectWithin(item.facility, item.facilityLo ?? NaN, item.facilityHi ?? NaN);
          expectWithin(item.facilityLo, 0, 1);
          expectWithin(item.facilityHi, 0, 1);
          const { restRLo, restRHi, discriminationRestR } = item;
          expectWithin(discriminationRestR, restRLo ?? NaN, restRHi ?? NaN);
          for (const bounded of [
            restRLo,
            restRHi,
            item.discriminationTotalR,
            item.discriminationUl27,
            item.certaintyBias,
          ]) {
            expectWithin(bounded, -1, 1);
          }
          expectWithin(item.discriminativeEfficiency, -Infinity, 1);
          expectWithin(item.alphaIfDeleted, -Infinity, 1);
          expectWithin(item.distractorEfficiency, 0, 1);
        }
        const test = testStatistics(table);
        expectWithin(test.mean, test.min ?? NaN, test.max ?? NaN);
        expectWithin(test.alpha, test.alphaLo ?? NaN, test.alphaHi ?? NaN);
        expectWithin(test.alphaHi, -Infinity, 1);
        const all = [test, ...itemStatistics(table), ...optionStatistics(table)];
        expect(all.flatMap(Object.values).some((each) => Number.isNaN(each))).toBe(false);
      }),
    );
  });

  it('are the same in whatever order the learners come', () => {
    fc.assert(
      fc.property(anyTable, (rows) => {
        const [one, other] = [makeTable(rows), makeTable(rows.toReversed())];
        expectAlike(itemStatistics(other), itemStatistics(one));
        expectAlike(optionStatistics(other), optionStatistics(one));
        expectAlike([testStatistics(other)], [testStatistics(one)]);
      }),
    );
  });

  it('give the key the item’s facility and its r, and count every chooser in one third', () => {
    fc.assert(
      fc.property(anyTable, (rows) => {
        const table = makeTable(rows);
        const options = optionStatistics(table);
        for (const { itemId, n, nAnswered, facility, discriminationRestR } of itemStatistics(
          table,
        )) {
          const own = options.filter((each) => each.itemId === itemId);
          const key = own.find(({ isKey }) => isKey);
          expect(own.reduce((sum, each) => sum + each.n, 0)).toBe(nAnswered);
          for (const each of own) expect(each.nUpper + each.nMiddle + each.nLower).toBe(each.n);
          if (n >= 5) expect(key?.proportion).toBeCloseTo(facility ?? NaN, 12);
          expect(key?.optionRestR ?? null).toEqual(discriminationRestR);
        }
      }),
    );
  });

  it('calibrate a class as the results of one learner are calibrated', () => {
    fc.assert(
      fc.property(anyRows(anyCell), (rows) => {
        const records = [...calibrationStatistics(makeTable(rows))];
        for (const level of certainties) {
          const predictions: Prediction[] = rows
            .flat()
            .flatMap(({ status, certainty, correct }) =>
              status === 'answered' && certainty === level
                ? [{ certainty: level, chance: 0.25, correct }]
                : [],
            );
          const expected = calibrationOf(predictions);
          const whole = records.find((each) => each.scope === 'class' && each.level === level);
          expect(whole?.n ?? 0).toBe(predictions.length);
          expect(whole?.brier ?? -1).toBeCloseTo(expected?.brier ?? -1, 12);
          expect(whole?.certaintyBias ?? -2).toBeCloseTo(expected?.bias ?? -2, 12);
          const learners = records.filter((each) => each.row !== null && each.level === level);
          expect(learners.reduce((sum, { n }) => sum + n, 0)).toBe(predictions.length);
        }
      }),
    );
  });
});

describe('statistics of few', () => {
  const answer = (at: number): ResponseCell => ({
    status: 'answered',
    points: at % 2,
    correct: at % 2 === 1,
    certainty: 90,
    choices: [at % 2 === 1 ? 'a' : 'b'],
    seconds: 10,
  });
  const tableOf = (n: number, k = 6) =>
    makeTable(
      Array.from({ length: n }, (_, row) =>
        Array.from({ length: k }, (_, column) => answer(Math.floor((row * (column + 3)) / 4))),
      ),
    );
  const itemOf = (n: number, k?: number) => {
    const [item] = itemStatistics(tableOf(n, k));
    if (!item) throw new Error('The table has items');
    return item;
  };

  it.each([
    ['facility', 5, ({ facility }: ReturnType<typeof itemOf>) => facility],
    ['its interval', 5, ({ facilityLo }: ReturnType<typeof itemOf>) => facilityLo],
    ['r', 10, ({ discriminationRestR }: ReturnType<typeof itemOf>) => discriminationRestR],
    ['r with the total', 10, (item: ReturnType<typeof itemOf>) => item.discriminationTotalR],
    ['efficiency', 10, (item: ReturnType<typeof itemOf>) => item.discriminativeEfficiency],
    ['distractors', 10, (item: ReturnType<typeof itemOf>) => item.nFunctioningDistractors],
    ['alpha without it', 30, ({ alphaIfDeleted }: ReturnType<typeof itemOf>) => alphaIfDeleted],
    ['27 % groups', 40, ({ discriminationUl27 }: ReturnType<typeof itemOf>) => discriminationUl27],
  ])('give %s from %i learners on', (_name, least, figure) => {
    expect(figure(itemOf(least - 1))).toBeNull();
    expect(figure(itemOf(least))).not.toBeNull();
  });

  it('give alpha from 30 learners and 5 items on', () => {
    expect([
      testStatistics(tableOf(29)).alpha,
      testStatistics(tableOf(30, 4)).alpha,
      itemOf(30, 4).alphaIfDeleted,
    ]).toEqual([null, null, null]);
    expect(testStatistics(tableOf(30, 5)).alpha).not.toBeNull();
  });

  it('say so up to 9 learners', () => {
    expect(itemOf(9).flags).toContain('too_few');
    expect(itemOf(10).flags).not.toContain('too_few');
  });

  it('name options that nobody takes, once they are enough to say so', () => {
    expect(itemOf(60).flags).not.toContain('dead_option');
    expect(itemOf(100).flags).toContain('dead_option');
  });

  it('hold confident misses against the answers that had a certainty', () => {
    const said = Array.from({ length: 12 }, (_, at) => [answer(at % 2)]);
    const silent = Array.from({ length: 300 }, () => [{ ...answer(1), certainty: null }]);
    const unsure = Array.from({ length: 300 }, () => [{ ...answer(1), certainty: 60 as const }]);
    const flags = (rows: ResponseCell[][]) => itemStatistics(makeTable(rows))[0]?.flags;
    expect(flags([...said, ...silent])).toContain('confident_wrong');
    expect(flags([...said, ...unsure])).not.toContain('confident_wrong');
  });

  it('call an item too hard that fewer got than would by guessing', () => {
    const flagsAt = (chance: number) => {
      const builder = tableBuilder([{ ...makeItem(0), chance }]);
      for (let row = 0; row < 200; row += 1) builder.push([answer(row % 5 < 3 ? 0 : 1)]);
      return itemStatistics(builder.table())[0]?.flags;
    };
    expect(flagsAt(0.5)).toContain('too_hard');
    expect(flagsAt(0.25)).not.toContain('too_hard');
  });

  it('of one item have nothing to compare it with', () => {
    expect(itemOf(50, 1)).toMatchObject({
      discriminationRestR: null,
      discriminativeEfficiency: null,
      nFunctioningDistractors: null,
    });
  });
});

it('what is worth discussing begins with most confident misses, then the fewest points', () => {
  const made = [
    { id: 'unseen', nConfidentWrong: 0, meanPoints: null, maxPoints: 1 },
    { id: 'easy', nConfidentWrong: 0, meanPoints: 0.9, maxPoints: 1 },
    { id: 'hard', nConfidentWrong: 0, meanPoints: 1, maxPoints: 4 },
    { id: 'misread', nConfidentWrong: 3, meanPoints: 0.8, maxPoints: 1 },
    { id: 'as hard', nConfidentWrong: 0, meanPoints: 0.25, maxPoints: 1 },
    { id: 'most misread', nConfidentWrong: 7, meanPoints: 0.9, maxPoints: 1 },
  ];
  const order = ['most misread', 'misread', 'hard', 'as hard', 'easy', 'unseen'];
  expect(worthDiscussing(made).map(({ id }) => id)).toEqual(order);
});
