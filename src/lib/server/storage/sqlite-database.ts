import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** How every connection is set up: durable at each commit, and erased bytes overwritten. */
const settings = [
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
  'PRAGMA foreign_keys = ON',
  'PRAGMA busy_timeout = 5000',
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
  for (const setting of settings) database.exec(setting);
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    run: (sql) => database.exec(sql),
    prepare(sql) {
      const known = prepared.get(sql) ?? statementOf(database.prepare(sql));
      prepared.set(sql, known);
      return known;
    },
  };
}

function statementOf(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...bound(parameters)).map((row) => ({ ...row })),
    run: (parameters) => statement.run(...bound(parameters)),
    *iterate(parameters) {
      for (const row of statement.iterate(...bound(parameters))) yield { ...row };
    },
  };
}

/** SQLite has neither booleans nor `undefined`. */
function bound(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters.map((value) =>
    typeof value === 'boolean' ? Number(value) : ((value ?? null) as SQLInputValue),
  );
}
