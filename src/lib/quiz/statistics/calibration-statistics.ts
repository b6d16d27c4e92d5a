import { certainties, type Certainty } from '../certainty.ts';
import { wilson } from '../wilson.ts';
import {
  brierScore,
  certaintyBias,
  claimedIn,
  emptyTally,
  meanClaimed,
  tallyPrediction,
  type PredictionTally,
} from './prediction-tally.ts';
import { cellAt, certaintyIn, type ResponseTable } from './response-table.ts';

/** A row of calibration.csv: the answers of a class, or of one learner, at one certainty. */
export interface CalibrationStatistics {
  readonly scope: 'class' | 'learner';
  /** The learner's row in the table; null for the class. */
  readonly row: number | null;
  readonly level: Certainty;
  /** The probability claimed, 0 to 1: of guesses the mean chance of their items. */
  readonly certainty: number;
  /** Answers at it, at least one. A guess counts where its chance is known. */
  readonly n: number;
  /** Full answers among them. */
  readonly nCorrect: number;
  /** Their share, 0 to 1, with Wilson's interval. */
  readonly accuracy: number;
  readonly accuracyLo: number;
  readonly accuracyHi: number;
  readonly brier: number;
  /** Above 0 is too sure. */
  readonly certaintyBias: number;
}

type Tallies = ReadonlyMap<Certainty, PredictionTally>;

/**
 * The class by certainty, from least to most, then each learner so, in the order of rows; a certainty
 * that nobody said has no record. One learner is held at a time.
 */
export function* calibrationStatistics(table: ResponseTable): Generator<CalibrationStatistics> {
  const whole = emptyTallies();
  for (let row = 0; row < table.n; row += 1) tallyRow(table, row, whole);
  yield* recordsOf('class', null, whole);
  for (let row = 0; row < table.n; row += 1) {
    const own = emptyTallies();
    tallyRow(table, row, own);
    yield* recordsOf('learner', row, own);
  }
}

function emptyTallies(): Tallies {
  return new Map(certainties.map((level) => [level, emptyTally()]));
}

function tallyRow(table: ResponseTable, row: number, tallies: Tallies): void {
  table.items.forEach((item, column) => {
    const cell = cellAt(table, row, column);
    const level = certaintyIn(table, cell);
    const claimed = claimedIn(table, cell, item);
    const tally = level === null ? undefined : tallies.get(level);
    if (tally && claimed !== null) tallyPrediction(tally, claimed, table.correct[cell] === 1);
  });
}

function recordsOf(
  scope: 'class' | 'learner',
  row: number | null,
  tallies: Tallies,
): CalibrationStatistics[] {
  return [...tallies].flatMap(([level, tally]) => {
    const claimed = meanClaimed(tally);
    const [brier, bias] = [brierScore(tally), certaintyBias(tally)];
    if (claimed === null || brier === null || bias === null) return [];
    const { share, low, high } = wilson(tally.right, tally.n);
    return {
      scope,
      row,
      level,
      certainty: claimed,
      n: tally.n,
      nCorrect: tally.right,
      accuracy: share,
      accuracyLo: low,
      accuracyHi: high,
      brier,
      certaintyBias: bias,
    };
  });
}
