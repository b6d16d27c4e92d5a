import { sql, type Kysely } from 'kysely';
import type { Database } from './database.ts';
import { appliedNames } from './migrate.ts';
import { inOrder, type TableShape } from './table-shapes.ts';
import type { Tables } from './tables.ts';

/** The first line of a backup. */
export interface BackupHeader {
  readonly format: typeof backupFormat;
  /** The migrations that its tables have been through, in order. */
  readonly migrations: readonly string[];
  /** Rows of each table, in the order in which they follow. */
  readonly rows: Readonly<Record<string, number>>;
}

/** A row as a database gives it. */
export type Row = Readonly<Record<string, string | number | null>>;

/** Told from time to time how many rows are done, of how many. */
export type Progress = (done: number, total: number) => void;

/** Names what a backup's lines mean; changed when that changes. */
export const backupFormat = 'verbatim-backup-1';

/** Rows that are in memory at once. */
const pageRows = 1000;

/**
 * Every row of every table as lines of JSON, without line breaks: a {@link BackupHeader}, then one
 * `{"table": row}` a row, tables after those that they point to. All is seen as it was at one moment,
 * and read page by page; the same lines serve every engine. On SQLite nothing else can be asked of
 * `database` until the last line is read.
 */
export async function* writeBackup(
  database: Database,
  progress: Progress = () => undefined,
): AsyncGenerator<string> {
  const snapshot = await database.snapshot();
  try {
    const shapes = inOrder(await database.readShapes(snapshot));
    const rows: Record<string, number> = {};
    for (const { name } of shapes) rows[name] = await countRows(snapshot, name);
    const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
    const migrations = await appliedNames(snapshot);
    yield JSON.stringify({ format: backupFormat, migrations, rows } satisfies BackupHeader);
    let done = 0;
    for (const shape of shapes) {
      for await (const page of pagesOf(snapshot, shape)) {
        for (const row of page) yield JSON.stringify({ [shape.name]: row }, plainValue);
        done += page.length;
        progress(done, total);
      }
    }
  } catch (error) {
    throw database.faultOf(error);
  } finally {
    // It only reads, so that nothing is lost where even its end fails.
    await snapshot
      .rollback()
      .execute()
      .catch(() => undefined);
  }
}

/** The number of rows of a table. */
export async function countRows(db: Kysely<Tables>, name: string): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*) as count from ${sql.table(name)}`.execute(db);
  return Number(rows[0]?.count);
}

/** Reads on from the last key of each page, so that the millionth page is as swift as the first. */
async function* pagesOf(db: Kysely<Tables>, { name, key }: TableShape): AsyncGenerator<Row[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  let last: Row | undefined;
  do {
    const from = last;
    const after = from
      ? sql`where (${columns}) > (${sql.join(key.map((column) => from[column]))})`
      : sql``;
    const { rows } = await sql<Row>`
      select * from ${sql.table(name)} ${after} order by ${columns} limit ${sql.lit(pageRows)}`.execute(
      db,
    );
    if (rows.length > 0) yield rows;
    last = rows.length === pageRows ? rows.at(-1) : undefined;
  } while (last);
}

/** What JSON would lose or turn into something else is a fault of the program. */
function plainValue(this: unknown, name: string, value: unknown): unknown {
  const isPlain = value === null || typeof value === 'string' || typeof value === 'number';
  if (isPlain || Object.getPrototypeOf(value) === Object.prototype) return value;
  throw new TypeError(`A backup can't hold the ${typeof value} in column ${name}`);
}
