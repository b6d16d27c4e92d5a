import type { Certainty } from '../certainty.ts';

/** An option of an item whose options are fixed, as the statistics know it. */
export interface TabledOption {
  readonly id: string;
  readonly label: string;
  readonly isKey: boolean;
  /** The misreading it stands for, or null. */
  readonly trap: string | null;
}

/** One version of an item: a column. */
export interface TabledItem {
  readonly id: string;
  readonly version: number;
  /** Above 0. */
  readonly maxPoints: number;
  /** What guessing at it gives, 0 to 1; null where that is not known. */
  readonly chance: number | null;
  /** At most 32; empty where the item has no fixed options. */
  readonly options: readonly TabledOption[];
}

/** What became of an item in a completed attempt, as `response_status` names it. */
export type ResponseStatus = 'not_presented' | 'not_reached' | 'skipped' | 'answered';

/** The number by which a table keeps a {@link ResponseStatus}. */
export const statusCodes: Readonly<Record<ResponseStatus, number>> = {
  not_presented: 0,
  not_reached: 1,
  skipped: 2,
  answered: 3,
};

/**
 * First completed attempts, a row a learner and a column an item version. Every array holds n × k cells,
 * row by row: 23 bytes a cell, whatever is in it.
 */
export interface ResponseTable {
  /** Rows. */
  readonly n: number;
  readonly items: readonly TabledItem[];
  /** A value of {@link statusCodes}. */
  readonly status: Uint8Array;
  /** 0 where nothing was answered. */
  readonly points: Float64Array;
  /** 1 for a full answer. */
  readonly correct: Uint8Array;
  /** Percent; 0 is guessing, −1 unsaid. */
  readonly certainty: Int8Array;
  /** Bit i is set where option i was chosen. */
  readonly choices: Uint32Array;
  /** NaN where it is not known. */
  readonly seconds: Float64Array;
}

/** The cell of a row and a column. */
export function cellAt(table: ResponseTable, row: number, column: number): number {
  return row * table.items.length + column;
}

/** True where the item of a cell was presented: it counts, with 0 points where nothing was answered. */
export function isPresented(table: ResponseTable, cell: number): boolean {
  return table.status[cell] !== statusCodes.not_presented;
}

/** True where a cell holds an answer. */
export function isAnswered(table: ResponseTable, cell: number): boolean {
  return table.status[cell] === statusCodes.answered;
}

/** The certainty said with an answer, or null. */
export function certaintyIn(table: ResponseTable, cell: number): Certainty | null {
  const kept = table.certainty[cell] ?? -1;
  if (kept < 0 || !isAnswered(table, cell)) return null;
  return kept === 0 ? 'guessing' : (kept as Certainty);
}

/** True where option `option`, counted from 0, was chosen. */
export function isChosen(table: ResponseTable, cell: number, option: number): boolean {
  return isAnswered(table, cell) && (((table.choices[cell] ?? 0) >>> option) & 1) === 1;
}
