import { sql, type Kysely } from 'kysely';
import { backupFormat, countRows, type BackupHeader, type Progress, type Row } from './backup.ts';
import type { Database } from './database.ts';
import { forgetMigrations, migrate, migrationNames } from './migrate.ts';
import { inOrder } from './table-shapes.ts';
import type { Tables } from './tables.ts';

/** A backup that can't be restored there, in words that say what to mend; nothing was changed. */
export class BackupFault extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'BackupFault';
  }
}

/** Parameters of a statement, below the limits of both engines. */
const mostParameters = 3000;

/**
 * Brings the rows of a backup into a database without any, of whichever engine, in one transaction:
 * all of them or none. One of an older version goes into the tables as they were then, which then go
 * through the migrations since. Resolves to the number of rows.
 */
export async function restoreBackup(
  database: Database,
  lines: AsyncIterable<string>,
  progress: Progress = () => undefined,
): Promise<number> {
  const reading = lines[Symbol.asyncIterator]();
  try {
    const header = readHeader((await reading.next()).value as string | undefined);
    return await database.allOrNothing(async (db) => {
      await prepare(database, db, header);
      const restored = await insertRows(db, header, reading, progress);
      await migrate(db);
      return restored;
    });
  } catch (error) {
    throw database.faultOf(error);
  } finally {
    await reading.return?.();
  }
}

function readHeader(line: string | undefined): BackupHeader {
  const header = line === undefined ? null : (parse(line, 1) as Partial<BackupHeader> | null);
  const isWhole = Object.values(header?.rows ?? { none: null }).every(Number.isSafeInteger);
  if (header?.format !== backupFormat || !header.migrations || !header.rows || !isWhole) {
    throw new BackupFault('This is not a backup of Verbatim. Name one that `backup` has written.');
  }
  const strange = header.migrations.find((name) => !migrationNames.includes(name));
  if (strange !== undefined) {
    throw new BackupFault(
      `The backup was written by a newer version of Verbatim (it holds “${strange}”). Restore it with that version.`,
    );
  }
  return { format: backupFormat, migrations: header.migrations, rows: header.rows };
}

/** Refuses a database that holds rows; makes the tables what they were when the backup was written. */
async function prepare(
  database: Database,
  db: Kysely<Tables>,
  { migrations, rows }: BackupHeader,
): Promise<void> {
  const shapes = inOrder(await database.readShapes(db));
  for (const { name } of shapes) {
    if ((await countRows(db, name)) === 0) continue;
    throw new BackupFault(
      `The database is not empty (there are rows in “${name}”). Name an empty one by DATA_DIR or DATABASE_URL.`,
    );
  }
  const level = migrations.at(-1);
  if (migrations.length < migrationNames.length && level !== undefined) {
    for (const { name } of shapes.toReversed()) await db.schema.dropTable(name).execute();
    await forgetMigrations(db);
    await migrate(db, level);
  }
  const names = new Set((await database.readShapes(db)).map(({ name }) => name));
  const unknown = Object.keys(rows).find((name) => !names.has(name));
  if (unknown !== undefined) throw torn(1, `it speaks of a table “${unknown}”`);
}

async function insertRows(
  db: Kysely<Tables>,
  header: BackupHeader,
  lines: AsyncIterator<string>,
  progress: Progress,
): Promise<number> {
  const left = new Map(Object.entries(header.rows));
  const total = [...left.values()].reduce((sum, count) => sum + count, 0);
  let done = 0;
  let batch: { table: string; rows: Row[] } = { table: '', rows: [] };
  const send = async () => {
    if (batch.rows.length > 0) await insertBatch(db, batch.table, batch.rows);
    done += batch.rows.length;
    progress(done, total);
  };
  for (let line = await lines.next(), at = 2; !line.done; line = await lines.next(), at += 1) {
    const { table, row } = readRow(line.value, at);
    const due = left.get(table) ?? 0;
    if (due === 0) throw torn(at, `there is a row of “${table}” too many`);
    left.set(table, due - 1);
    const isFull = (batch.rows.length + 1) * Object.keys(row).length > mostParameters;
    if (table !== batch.table || isFull) {
      await send();
      batch = { table, rows: [] };
    }
    batch.rows.push(row);
  }
  await send();
  if (done < total) throw torn(done + 2, `it ends after ${done} of ${total} rows`);
  return done;
}

async function insertBatch(db: Kysely<Tables>, table: string, rows: readonly Row[]) {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map(
    (row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`,
  );
  const names = sql.join(columns.map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(db);
}

function readRow(line: string, at: number): { table: string; row: Row } {
  const [entry, ...others] = Object.entries((parse(line, at) ?? {}) as Record<string, Row | null>);
  const [table, row] = entry ?? [];
  if (table === undefined || typeof row !== 'object' || row === null || others.length > 0) {
    throw torn(at, 'it is no row');
  }
  return { table, row };
}

function parse(line: string, at: number): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw torn(at, 'it is cut off or changed', error);
  }
}

function torn(line: number, what: string, cause?: unknown): BackupFault {
  return new BackupFault(
    `The backup can’t be used at line ${line}: ${what}. Nothing was restored. Take another copy of it.`,
    cause,
  );
}
