import { cellAt, isPresented, type ResponseTable } from './response-table.ts';

/** What each learner reached over all that they were shown, a value a row. */
export interface AttemptScores {
  readonly points: Float64Array;
  /** The maximum of what was shown. */
  readonly maxPoints: Float64Array;
  /** True where everybody was shown every item: only then are points comparable as they are. */
  readonly isComplete: boolean;
}

/** Adds up each row; skipped and not reached items count 0 points. */
export function attemptScores(table: ResponseTable): AttemptScores {
  const points = new Float64Array(table.n);
  const maxPoints = new Float64Array(table.n);
  let isComplete = true;
  for (let row = 0; row < table.n; row += 1) {
    table.items.forEach((item, column) => {
      const cell = cellAt(table, row, column);
      if (isPresented(table, cell)) {
        points[row] = (points[row] ?? 0) + (table.points[cell] ?? 0);
        maxPoints[row] = (maxPoints[row] ?? 0) + item.maxPoints;
      } else isComplete = false;
    });
  }
  return { points, maxPoints, isComplete };
}

/** A row's percent of what was shown, 0 to 100; NaN where that was nothing. */
export function percentAt({ points, maxPoints }: AttemptScores, row: number): number {
  return (100 * (points[row] ?? NaN)) / (maxPoints[row] ?? NaN);
}
