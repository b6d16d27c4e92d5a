import type { AttemptScores } from './attempt-scores.ts';
import { leastForReliability } from './minimum-n.ts';
import { variance } from './moments.ts';
import { cellAt, type ResponseTable } from './response-table.ts';

/**
 * The variance of each item's points, for alpha and what rests on it. Null where alpha says nothing:
 * not everybody was shown every item, or learners or items are too few.
 */
export function itemVariances(table: ResponseTable, scores: AttemptScores): number[] | null {
  const { learners, items } = leastForReliability;
  if (!scores.isComplete || table.n < learners || table.items.length < items) return null;
  const points = new Float64Array(table.n);
  return table.items.map((_, column) =>
    variance(points.map((_, row) => table.points[cellAt(table, row, column)] ?? NaN)),
  );
}
