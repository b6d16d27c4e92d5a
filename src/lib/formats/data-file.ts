import type { CellValues, Column } from './column.ts';

/** One file of an export as data: a header row and rows, nothing else. */
export interface DataFile<C extends readonly Column[] = readonly Column[]> {
  /** With its ending, and its folder where it has one. */
  readonly name: string;
  /** One sentence. */
  readonly description: string;
  /** In the order in which they are written; new ones only at the end. */
  readonly columns: C;
}

/** A row of a file: a value or null for every column, by the column's name. */
export type RowOf<F extends DataFile> = {
  readonly [C in F['columns'][number] as C['name']]: CellValues[C['type']] | null;
};

/** Makes a file's definition, and keeps what its columns are called. */
export function dataFile<const C extends readonly Column[]>(
  name: string,
  description: string,
  columns: C,
): DataFile<C> {
  return { name, description, columns };
}

/** A file of which a spreadsheet could not take every row. */
export interface CutFile {
  readonly name: string;
  /** Rows that there are, and rows that fitted, both without the header. */
  readonly rows: number;
  readonly kept: number;
}
