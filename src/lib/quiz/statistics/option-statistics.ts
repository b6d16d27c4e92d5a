import { attemptScores } from './attempt-scores.ts';
import { correlation } from './correlation.ts';
import { isFunctioning } from './distractors.ts';
import { itemColumn, type ItemColumn } from './item-column.ts';
import { leastForCorrelation } from './minimum-n.ts';
import { claimedIn, emptyTally, meanClaimed, tallyPrediction } from './prediction-tally.ts';
import { cellAt, isChosen, type ResponseTable, type TabledOption } from './response-table.ts';
import { thirdsOf, type Third } from './thirds.ts';

/** A row of options.csv: null where there is nothing to say, or too little to say it. */
export interface OptionStatistics {
  readonly itemId: string;
  readonly itemVersion: number;
  readonly optionId: string;
  readonly optionLabel: string;
  readonly isKey: boolean;
  /** Learners who chose it. */
  readonly n: number;
  /** Among those to whom the item was presented, 0 to 1: the key's is the facility. */
  readonly proportion: number | null;
  /** Of those who chose it, how many belong to each third of the class by total score. */
  readonly nUpper: number;
  readonly nMiddle: number;
  readonly nLower: number;
  /** r of "chose it", 0 or 1, with the rest score: above 0 for a key, below for a distractor. */
  readonly optionRestR: number | null;
  /** Mean probability claimed by those who chose it, 0 to 1. */
  readonly meanCertainty: number | null;
  /** Null for a key. */
  readonly functioning: boolean | null;
  readonly trap: string | null;
}

/** A record an option, in the order of items and options. */
export function optionStatistics(table: ResponseTable): OptionStatistics[] {
  const scores = attemptScores(table);
  return table.items.flatMap((item, at) => optionsOf(table, itemColumn(table, scores, item, at)));
}

/** A record an option of one item. */
export function optionsOf(table: ResponseTable, column: ItemColumn): OptionStatistics[] {
  if (column.item.options.length === 0) return [];
  const thirds = thirdsOf(column.totals);
  return column.item.options.map((option, at) => {
    const choosers = choosersOf(table, column, thirds, at);
    return optionOf(column, option, choosers, restROf(table, column, at));
  });
}

/** Learners who chose an option. */
interface Choosers {
  readonly thirds: Readonly<Record<Third, number>>;
  readonly meanCertainty: number | null;
}

function choosersOf(
  table: ResponseTable,
  { item, column, rows }: ItemColumn,
  thirdAt: readonly Third[],
  option: number,
): Choosers {
  const thirds: Record<Third, number> = { upper: 0, middle: 0, lower: 0 };
  const tally = emptyTally();
  rows.forEach((row, index) => {
    const cell = cellAt(table, row, column);
    if (!isChosen(table, cell, option)) return;
    thirds[thirdAt[index] ?? 'middle'] += 1;
    const claimed = claimedIn(table, cell, item);
    if (claimed !== null) tallyPrediction(tally, claimed, table.correct[cell] === 1);
  });
  return { thirds, meanCertainty: meanClaimed(tally) };
}

function restROf(
  table: ResponseTable,
  { column, comparedRows, rest }: ItemColumn,
  option: number,
): number | null {
  if (rest.length < leastForCorrelation) return null;
  const chosen = comparedRows.map((row) =>
    Number(isChosen(table, cellAt(table, row, column), option)),
  );
  return correlation(chosen, rest);
}

function optionOf(
  { item, rows, rest }: ItemColumn,
  { id, label, isKey, trap }: TabledOption,
  { thirds, meanCertainty }: Choosers,
  restR: number | null,
): OptionStatistics {
  const n = thirds.upper + thirds.middle + thirds.lower;
  const isJudged = !isKey && rest.length >= leastForCorrelation;
  return {
    itemId: item.id,
    itemVersion: item.version,
    optionId: id,
    optionLabel: label,
    isKey,
    n,
    proportion: rows.length === 0 ? null : n / rows.length,
    nUpper: thirds.upper,
    nMiddle: thirds.middle,
    nLower: thirds.lower,
    optionRestR: restR,
    meanCertainty,
    functioning: isJudged ? isFunctioning(n, rows.length, restR) : null,
    trap,
  };
}
