import { isConfident } from '../certainty.ts';
import { wilson } from '../wilson.ts';
import type { Range } from './correlation.ts';
import type { ItemColumn } from './item-column.ts';
import { leastForShare } from './minimum-n.ts';
import { median } from './moments.ts';
import {
  certaintyBias,
  claimedIn,
  emptyTally,
  meanClaimed,
  tallyPrediction,
} from './prediction-tally.ts';
import {
  cellAt,
  certaintyIn,
  isAnswered,
  statusCodes,
  type ResponseTable,
} from './response-table.ts';

/** How an item was answered, as items.csv has it. */
export interface ItemAnswers {
  readonly nAnswered: number;
  readonly nSkipped: number;
  readonly nNotReached: number;
  /** Mean probability claimed, 0 to 1; null where nobody said. */
  readonly meanCertainty: number | null;
  /** Mean claimed less mean right, −1 to 1: above 0 is too sure. */
  readonly certaintyBias: number | null;
  readonly nConfidentWrong: number;
  /** Of the answers whose time is known, in seconds. */
  readonly medianTimeS: number | null;
}

/** Counts the answers of a column; beside them, the share of confident misses among certainties. */
export function answersTo(
  table: ResponseTable,
  { item, column, rows }: ItemColumn,
): ItemAnswers & { readonly confidentWrong: Range | null } {
  const counts = new Uint32Array(4);
  const tally = emptyTally();
  const seconds: number[] = [];
  let [confidentWrong, said] = [0, 0];
  for (const row of rows) {
    const cell = cellAt(table, row, column);
    const status = table.status[cell] ?? 0;
    counts[status] = (counts[status] ?? 0) + 1;
    if (!isAnswered(table, cell)) continue;
    const time = table.seconds[cell] ?? NaN;
    if (!Number.isNaN(time)) seconds.push(time);
    const certainty = certaintyIn(table, cell);
    const right = table.correct[cell] === 1;
    said += Number(certainty !== null);
    confidentWrong += Number(!right && isConfident(certainty));
    const claimed = claimedIn(table, cell, item);
    if (claimed !== null) tallyPrediction(tally, claimed, right);
  }
  return {
    nAnswered: counts[statusCodes.answered] ?? 0,
    nSkipped: counts[statusCodes.skipped] ?? 0,
    nNotReached: counts[statusCodes.not_reached] ?? 0,
    meanCertainty: meanClaimed(tally),
    certaintyBias: certaintyBias(tally),
    nConfidentWrong: confidentWrong,
    medianTimeS: seconds.length > 0 ? median(seconds) : null,
    confidentWrong: said >= leastForShare ? wilson(confidentWrong, said) : null,
  };
}
