import { percentAt, type AttemptScores } from './attempt-scores.ts';
import { cellAt, isPresented, type ResponseTable, type TabledItem } from './response-table.ts';

/** One item's column, beside what its learners reached elsewhere. */
export interface ItemColumn {
  readonly item: TabledItem;
  readonly column: number;
  /** The rows to which it was presented, and for each of them: */
  readonly rows: Uint32Array;
  readonly points: Float64Array;
  /** percent of all that was shown, this item included. */
  readonly totals: Float64Array;
  /** The rows to which another item was presented too, and for each of them: */
  readonly comparedRows: Uint32Array;
  readonly comparedPoints: Float64Array;
  /**
   * the rest score: points less the item's, or, where not everybody was shown every item, the percent
   * of the other items seen.
   */
  readonly rest: Float64Array;
}

/** Takes a column out of a table. */
export function itemColumn(
  table: ResponseTable,
  scores: AttemptScores,
  item: TabledItem,
  column: number,
): ItemColumn {
  const pointsAt = (row: number) => table.points[cellAt(table, row, column)] ?? NaN;
  const otherMax = (row: number) => (scores.maxPoints[row] ?? NaN) - item.maxPoints;
  const restAt = (row: number) => {
    const others = (scores.points[row] ?? NaN) - pointsAt(row);
    return scores.isComplete ? others : (100 * others) / otherMax(row);
  };
  const rows = presentedRows(table, column);
  const comparedRows = rows.filter((row) => otherMax(row) > 0);
  return {
    item,
    column,
    rows,
    points: valuesOf(rows, pointsAt),
    totals: valuesOf(rows, (row) => percentAt(scores, row)),
    comparedRows,
    comparedPoints: valuesOf(comparedRows, pointsAt),
    rest: valuesOf(comparedRows, restAt),
  };
}

function presentedRows(table: ResponseTable, column: number): Uint32Array {
  const rows = new Uint32Array(table.n);
  let found = 0;
  for (let row = 0; row < table.n; row += 1) {
    if (isPresented(table, cellAt(table, row, column))) rows[found++] = row;
  }
  return rows.subarray(0, found);
}

function valuesOf(rows: Uint32Array, valueAt: (row: number) => number): Float64Array {
  const values = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) values[at] = valueAt(rows[at] ?? NaN);
  return values;
}
