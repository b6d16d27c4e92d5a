import type { Certainty } from '../certainty.ts';
import {
  statusCodes,
  type ResponseStatus,
  type ResponseTable,
  type TabledItem,
} from './response-table.ts';

/** What one learner did with one item. All but the status counts for answers only. */
export interface ResponseCell {
  readonly status: ResponseStatus;
  /** From 0 to the item's maximum. */
  readonly points: number;
  readonly correct: boolean;
  /** Null where the learner did not say. */
  readonly certainty: Certainty | null;
  /** The ids of the options chosen. */
  readonly choices: readonly string[];
  /** Null where it is not known. */
  readonly seconds: number | null;
}

/** Takes the rows of a {@link ResponseTable} one by one. */
export interface TableBuilder {
  /** Adds a learner: a cell an item, in the order of the items. Throws where a cell can't be. */
  readonly push: (row: readonly ResponseCell[]) => void;
  /** The table of what was pushed so far. */
  readonly table: () => ResponseTable;
}

type Columns = Omit<ResponseTable, 'n' | 'items'>;

/** A choice is a bit of 32. */
const mostOptions = 32;
const firstRows = 64;

/** Starts a table of these items; throws where one has more options than a cell can keep. */
export function tableBuilder(items: readonly TabledItem[]): TableBuilder {
  const crowded = items.find(({ options }) => options.length > mostOptions);
  if (crowded) throw new RangeError(`${crowded.id} has more than ${mostOptions} options`);
  const k = items.length;
  let capacity = firstRows;
  let columns = makeColumns(capacity * k);
  let n = 0;
  return {
    push: (row) => {
      if (row.length !== k) throw new RangeError(`A row of ${row.length} cells for ${k} items`);
      if (n === capacity) {
        capacity *= 2;
        columns = widened(columns, capacity * k);
      }
      items.forEach((item, column) => {
        const cell = row[column];
        if (cell) keep(columns, n * k + column, item, cell);
      });
      n += 1;
    },
    table: () => ({ n, items, ...held(columns, n * k) }),
  };
}

function makeColumns(cells: number): Columns {
  return {
    status: new Uint8Array(cells),
    points: new Float64Array(cells),
    correct: new Uint8Array(cells),
    certainty: new Int8Array(cells),
    choices: new Uint32Array(cells),
    seconds: new Float64Array(cells),
  };
}

function widened(columns: Columns, cells: number): Columns {
  const wider = makeColumns(cells);
  wider.status.set(columns.status);
  wider.points.set(columns.points);
  wider.correct.set(columns.correct);
  wider.certainty.set(columns.certainty);
  wider.choices.set(columns.choices);
  wider.seconds.set(columns.seconds);
  return wider;
}

function held(columns: Columns, cells: number): Columns {
  return {
    status: columns.status.subarray(0, cells),
    points: columns.points.subarray(0, cells),
    correct: columns.correct.subarray(0, cells),
    certainty: columns.certainty.subarray(0, cells),
    choices: columns.choices.subarray(0, cells),
    seconds: columns.seconds.subarray(0, cells),
  };
}

function keep(columns: Columns, at: number, item: TabledItem, cell: ResponseCell): void {
  columns.status[at] = statusCodes[cell.status];
  columns.certainty[at] = -1;
  columns.seconds[at] = NaN;
  if (cell.status !== 'answered') return;
  if (!(cell.points >= 0 && cell.points <= item.maxPoints)) {
    throw new RangeError(`${item.id}: ${cell.points} of ${item.maxPoints} points`);
  }
  columns.points[at] = cell.points;
  columns.correct[at] = Number(cell.correct);
  columns.choices[at] = bitsOf(item, cell.choices);
  columns.seconds[at] = cell.seconds ?? NaN;
  if (cell.certainty !== null) {
    columns.certainty[at] = cell.certainty === 'guessing' ? 0 : cell.certainty;
  }
}

function bitsOf({ id, options }: TabledItem, choices: readonly string[]): number {
  let bits = 0;
  for (const choice of choices) {
    const option = options.findIndex((each) => each.id === choice);
    if (option < 0) throw new RangeError(`${id} has no option ${choice}`);
    bits |= 1 << option;
  }
  return bits >>> 0;
}
