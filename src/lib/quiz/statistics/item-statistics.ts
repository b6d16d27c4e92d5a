import { wilson, type Interval } from '../wilson.ts';
import { attemptScores } from './attempt-scores.ts';
import type { Range } from './correlation.ts';
import { distractorEfficiency } from './distractors.ts';
import { answersTo, type ItemAnswers } from './item-answers.ts';
import { itemColumn, type ItemColumn } from './item-column.ts';
import { discriminationOf, intervalOf, type ItemDiscrimination } from './item-discrimination.ts';
import { flagsOf, type ItemFlag } from './item-flags.ts';
import { itemVariances } from './item-variances.ts';
import { leastForShare } from './minimum-n.ts';
import { mean, variance } from './moments.ts';
import { optionsOf, type OptionStatistics } from './option-statistics.ts';
import { cronbachAlpha } from './reliability.ts';
import type { ResponseTable } from './response-table.ts';

/** A row of items.csv: null where there is nothing to say, or too little to say it. */
export interface ItemStatistics extends ItemAnswers, ItemDiscrimination {
  readonly itemId: string;
  readonly itemVersion: number;
  /** Learners to whom it was presented. */
  readonly n: number;
  readonly meanPoints: number | null;
  readonly maxPoints: number;
  /** Of the points, over n − 1. */
  readonly sd: number | null;
  /** Mean points / maximum, 0 to 1, with Wilson's interval: too wide a one for points in part. */
  readonly facility: number | null;
  readonly facilityLo: number | null;
  readonly facilityHi: number | null;
  /** What guessing gives, 0 to 1. */
  readonly guessRate: number | null;
  /** Alpha of the other items: above alpha, the item takes away from it. */
  readonly alphaIfDeleted: number | null;
  /** Keys included; null where options are not fixed. */
  readonly nOptions: number | null;
  readonly nFunctioningDistractors: number | null;
  readonly distractorEfficiency: number | null;
  readonly flags: readonly ItemFlag[];
}

/** A record an item version, in the order of the table. */
export function itemStatistics(table: ResponseTable): ItemStatistics[] {
  const scores = attemptScores(table);
  const variances = itemVariances(table, scores);
  return table.items.map((item, at) => {
    const column = itemColumn(table, scores, item, at);
    const others = variances?.toSpliced(at, 1);
    return itemOf(table, column, others ? cronbachAlpha(others, variance(column.rest)) : null);
  });
}

function itemOf(
  table: ResponseTable,
  column: ItemColumn,
  alphaIfDeleted: number | null,
): ItemStatistics {
  const { item, points } = column;
  const n = points.length;
  const facility = n >= leastForShare ? wilson((mean(points) * n) / item.maxPoints, n) : null;
  const options = optionsOf(table, column);
  const { confidentWrong, ...answers } = answersTo(table, column);
  const discrimination = discriminationOf(column);
  return {
    itemId: item.id,
    itemVersion: item.version,
    n,
    meanPoints: n > 0 ? mean(points) : null,
    maxPoints: item.maxPoints,
    sd: n > 1 ? Math.sqrt(variance(points)) : null,
    ...facilityColumns(facility),
    guessRate: item.chance,
    ...discrimination,
    alphaIfDeleted,
    ...distractorColumns(options),
    ...answers,
    flags: flagsOf({
      n,
      facility,
      chance: item.chance,
      restR: intervalOf(discrimination.discriminationRestR, column),
      distractors: distractorsAmong(options).map((each) => signsOf(each, column)),
      confidentWrong,
    }),
  };
}

function facilityColumns(facility: Interval | null) {
  return {
    facility: facility && facility.share,
    facilityLo: facility && facility.low,
    facilityHi: facility && facility.high,
  };
}

function distractorsAmong(options: readonly OptionStatistics[]): OptionStatistics[] {
  return options.filter(({ isKey }) => !isKey);
}

function distractorColumns(options: readonly OptionStatistics[]) {
  const verdicts = distractorsAmong(options).map(({ functioning }) => functioning);
  const isKnown = options.length > 0 && !verdicts.includes(null);
  const functioning = verdicts.filter((verdict) => verdict === true).length;
  return {
    nOptions: options.length > 0 ? options.length : null,
    nFunctioningDistractors: isKnown ? functioning : null,
    distractorEfficiency: isKnown ? distractorEfficiency(functioning, verdicts.length) : null,
  };
}

function signsOf(
  { n, optionRestR }: OptionStatistics,
  column: ItemColumn,
): { share: Range | null; restR: Range | null } {
  const shown = column.rows.length;
  return {
    share: shown >= leastForShare ? wilson(n, shown) : null,
    restR: intervalOf(optionRestR, column),
  };
}
