import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Certainty } from '../../src/lib/quiz/certainty.ts';
import { attemptScores } from '../../src/lib/quiz/statistics/attempt-scores.ts';
import { itemColumn, type ItemColumn } from '../../src/lib/quiz/statistics/item-column.ts';
import {
  statusCodes,
  type ResponseStatus,
  type ResponseTable,
} from '../../src/lib/quiz/statistics/response-table.ts';
import { tableBuilder } from '../../src/lib/quiz/statistics/table-builder.ts';

/** Figures by their names here. */
export type Figures = Readonly<Record<string, number | boolean | null>>;
type Matrix = readonly (readonly number[])[];

/** Generated answers, and what R makes of them; matrices have a row a learner. */
export interface OracleSet {
  readonly name: string;
  readonly max: readonly number[];
  readonly chance: readonly number[];
  readonly keys: readonly number[];
  readonly points: Matrix;
  readonly status: Matrix;
  readonly right: Matrix;
  readonly certainty: Matrix;
  readonly seconds: readonly (readonly (number | null)[])[];
  readonly choice: Matrix;
  readonly items: readonly Figures[];
  readonly options: readonly (readonly Figures[])[];
  readonly test: { readonly expected: Figures; readonly traps: Figures };
  /** What psych and psychometric say; nothing where not everybody was shown every item. */
  readonly packages: {
    readonly rawAlpha: number;
    readonly items: number;
    readonly flippedAlpha: number;
    readonly rDrop: readonly number[];
    readonly alphaDrop: readonly number[];
    readonly itemTotWoi: readonly (number | null)[];
    readonly itemTotal: readonly (number | null)[];
    readonly difficulty: readonly number[];
    readonly thirds: readonly number[];
    readonly thirdsOfReversed: readonly number[];
  };
  readonly calibration: {
    readonly class: readonly Figures[];
    readonly firstLearner: readonly Figures[];
  };
}

/** What `npm run oracle` computed in R. */
export const oracle = JSON.parse(readFileSync('tests/oracle/statistics.json', 'utf8')) as {
  readonly sets: readonly OracleSet[];
  readonly pairwiseAlpha: number;
  readonly fQuantiles: readonly [p: number, df1: number, df2: number, q: number][];
  readonly betas: readonly [x: number, a: number, b: number, p: number][];
  readonly correlationIntervals: readonly [r: number, n: number, low: number, high: number][];
};

/** The ids of the options of every item that has any. */
export const optionIds = ['a', 'b', 'c', 'd'];
const statusNames = Object.keys(statusCodes) as ResponseStatus[];

/** The answers of a set as the table that statistics are made of. */
export function tableOf(set: OracleSet): ResponseTable {
  const hasOptions = set.keys.length > 0;
  const builder = tableBuilder(
    set.max.map((maxPoints, at) => ({
      id: `item-${at + 1}`,
      version: 1,
      maxPoints,
      chance: set.chance[at] ?? null,
      options: (hasOptions ? optionIds : []).map((id, option) => ({
        id,
        label: `Option ${id}`,
        isKey: option === set.keys[at],
        trap: null,
      })),
    })),
  );
  set.points.forEach((row, learner) => {
    builder.push(
      row.map((points, at) => {
        const certainty = set.certainty[learner]?.[at] ?? -1;
        const choice = optionIds[set.choice[learner]?.[at] ?? -1];
        return {
          status: statusNames[set.status[learner]?.[at] ?? 0] ?? 'not_presented',
          points,
          correct: set.right[learner]?.[at] === 1,
          certainty: certainty < 0 ? null : certainty === 0 ? 'guessing' : (certainty as Certainty),
          choices: choice === undefined ? [] : [choice],
          seconds: set.seconds[learner]?.[at] ?? null,
        };
      }),
    );
  });
  return builder.table();
}

/** Every column of a table. */
export function columnsOf(table: ResponseTable): ItemColumn[] {
  const scores = attemptScores(table);
  return table.items.map((item, at) => itemColumn(table, scores, item, at));
}

/** Holds a number to 1e-9, and anything else to the letter. */
export function expectClose(found: unknown, expected: unknown, what: string): void {
  if (typeof expected !== 'number') expect(found, what).toEqual(expected);
  else {
    expect(found, what).toBeTypeOf('number');
    expect(Math.abs(Number(found) - expected), `${what}: ${found} for ${expected}`).toBeLessThan(
      1e-9,
    );
  }
}

/** The set of a name. */
export function setNamed(name: string): OracleSet {
  const set = oracle.sets.find((each) => each.name === name);
  if (!set) throw new Error(`The oracle has no set “${name}”`);
  return set;
}
