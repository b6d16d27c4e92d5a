import {
  DatabaseSync,
  type SQLInputValue,
  type SQLOutputValue,
  type StatementSync,
} from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** How long a statement waits for another process, in milliseconds. */
export const busyMs = 5000;

/** How every connection is set up: durable at each commit, and erased bytes overwritten. */
const settings = [
  `PRAGMA busy_timeout = ${busyMs}`,
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
  // On macOS a plain sync stops short of the disk; elsewhere this changes nothing.
  'PRAGMA fullfsync = ON',
  'PRAGMA foreign_keys = ON',
  'PRAGMA secure_delete = ON',
];

/** node:sqlite in the form that Kysely's own SQLite dialect takes. */
export interface OpenedDatabase extends SqliteDatabase {
  /** Runs one statement at once, outside Kysely. */
  run(sql: string): void;
}

/** Opens a database file, or `:memory:`, with statements kept prepared. */
export function openDatabase(file: string): OpenedDatabase {
  const database = new DatabaseSync(file);
  try {
    for (const setting of settings) database.exec(setting);
  } catch (error) {
    database.close();
    throw error;
  }
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    run: (sql) => database.exec(sql),
    prepare(sql) {
      // A full disk makes SQLite roll back by itself. Kysely's own rollback would then fail, and its
      // error would hide why the transaction ended.
      if (sql === 'rollback' && !database.isTransaction) return nothingToDo;
      const known = prepared.get(sql) ?? statementOf(database, sql);
      prepared.set(sql, known);
      return known;
    },
  };
}

const nothingToDo: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
};

function statementOf(database: DatabaseSync, sql: string): SqliteStatement {
  const statement = prepareArrays(database, sql);
  const toRow = rowMaker(statement.columns().map(({ name }) => name));
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => arraysOf(statement.all(...parameters.map(bound))).map(toRow),
    run: (parameters) => statement.run(...parameters.map(bound)),
    /** On a statement of its own: the shared one may be run again before the last row is read. */
    *iterate(parameters) {
      const own = prepareArrays(database, sql);
      for (const values of own.iterate(...parameters.map(bound))) yield toRow(arrayOf(values));
    },
  };
}

/** Rows as arrays take half the time and memory of those that node:sqlite makes objects of. */
function prepareArrays(database: DatabaseSync, sql: string): StatementSync {
  const statement = database.prepare(sql);
  statement.setReturnArrays(true);
  return statement;
}

/** What node:sqlite gives after `setReturnArrays`, which its types don't tell. */
function arrayOf(values: unknown): readonly SQLOutputValue[] {
  return values as readonly SQLOutputValue[];
}

function arraysOf(rows: readonly unknown[]): readonly (readonly SQLOutputValue[])[] {
  return rows as readonly (readonly SQLOutputValue[])[];
}

/** Makes rows of one shape; of two columns of one name the later counts. */
function rowMaker(names: readonly string[]) {
  return (values: readonly SQLOutputValue[]): Record<string, SQLOutputValue> => {
    const row: Record<string, SQLOutputValue> = {};
    for (let index = 0; index < names.length; index += 1) {
      row[names[index] as string] = values[index] as SQLOutputValue;
    }
    return row;
  };
}

/** SQLite has no booleans; what node:sqlite would bind as NULL without a word is refused. */
function bound(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new TypeError(`A ${typeof value} can't be stored as it is: ${String(value)}`);
}
