import { calibrationOf, type Calibration, type Prediction } from '../../quiz/calibration.ts';
import { isConfident } from '../../quiz/certainty.ts';
import {
  cellAt,
  certaintyIn,
  isAnswered,
  type ResponseTable,
} from '../../quiz/statistics/response-table.ts';

/** Answers with a certainty, by sure or not and right or not. */
export interface SureSquare {
  readonly sureRight: number;
  readonly sureWrong: number;
  readonly unsureRight: number;
  readonly unsureWrong: number;
  /** Answers for which nobody said how sure they were. */
  readonly unsaid: number;
}

/** How certainty goes with being right, over all of a table or one of its columns. */
export function squareOf(table: ResponseTable, only: number | null = null): SureSquare {
  const square = { sureRight: 0, sureWrong: 0, unsureRight: 0, unsureWrong: 0, unsaid: 0 };
  for (const { cell } of answeredCells(table, only)) {
    const certainty = certaintyIn(table, cell);
    const isRight = table.correct[cell] === 1;
    if (certainty === null) square.unsaid += 1;
    else if (isConfident(certainty)) square[isRight ? 'sureRight' : 'sureWrong'] += 1;
    else square[isRight ? 'unsureRight' : 'unsureWrong'] += 1;
  }
  return square;
}

/** A class's calibration; null where nobody said how sure they were. */
export function classCalibration(table: ResponseTable): Calibration | null {
  const predictions = answeredCells(table, null).flatMap(({ cell, column }): Prediction[] => {
    const certainty = certaintyIn(table, cell);
    const chance = table.items[column]?.chance ?? null;
    const correct = table.correct[cell] === 1;
    return certainty === null || chance === null ? [] : [{ certainty, chance, correct }];
  });
  return calibrationOf(predictions);
}

function answeredCells(table: ResponseTable, only: number | null) {
  const cells: { readonly cell: number; readonly column: number }[] = [];
  for (let row = 0; row < table.n; row += 1) {
    table.items.forEach((_, column) => {
      const cell = cellAt(table, row, column);
      if ((only ?? column) === column && isAnswered(table, cell)) cells.push({ cell, column });
    });
  }
  return cells;
}
