/**
 * What a column holds. `text` is anybody's words; `id` is opaque and starts with a letter; `list` is
 * several ids or words, or one text, or a number that an item type read as one; `time` is an instant.
 */
export type ColumnType = 'text' | 'id' | 'integer' | 'number' | 'boolean' | 'time' | 'list';

/** What a row gives for each type; a `time` in milliseconds since 1970, UTC. */
export interface CellValues {
  readonly text: string;
  readonly id: string;
  readonly integer: number;
  readonly number: number;
  readonly boolean: boolean;
  readonly time: number;
  readonly list: readonly string[] | string | number;
}

/** One cell of a row; null is an empty cell. */
export type Cell = CellValues[ColumnType] | null;

/** A column as data: what is written, and what the codebook says of it. */
export interface Column<N extends string = string, T extends ColumnType = ColumnType> {
  /** Its header, and its key in a row. Never changes once published. */
  readonly name: N;
  readonly type: T;
  /** A short name for people. */
  readonly label: string;
  /** Definition or formula: over which n, on which basis, by which other names known. */
  readonly formula: string;
  /** Decimals at most; for `number` alone. */
  readonly decimals: number;
  /** Empty where there is none. */
  readonly unit: string;
  /** Which values occur; empty where any may. */
  readonly values: string;
  /** The version of the export that brought it. */
  readonly since: string;
}

type Details = Partial<Pick<Column, 'decimals' | 'unit' | 'values' | 'since'>>;

/** Decimals of points and percentages, and those of statistics. */
export const decimalsOf = { points: 2, statistics: 4 } as const;

/** Makes a column. */
export function column<const N extends string, const T extends ColumnType>(
  name: N,
  type: T,
  label: string,
  formula: string,
  details: Details = {},
): Column<N, T> {
  const given = { decimals: decimalsOf.statistics, unit: '', values: '', since: '1', ...details };
  return { name, type, label, formula, ...given };
}
