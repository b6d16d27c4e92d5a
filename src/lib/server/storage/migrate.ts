import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { attempts } from './migrations/001-attempts.ts';
import { certainty } from './migrations/002-certainty.ts';
import { classes } from './migrations/003-classes.ts';
import { deliveries } from './migrations/004-deliveries.ts';
import { lti } from './migrations/005-lti.ts';
import { StorageFault } from './store.ts';
import type { Tables } from './tables.ts';

/** Every change of the schema, in order; never edited once released. */
const migrations: Readonly<Record<string, Migration>> = {
  '001-attempts': attempts,
  '002-certainty': certainty,
  '003-classes': classes,
  '004-deliveries': deliveries,
  '005-lti': lti,
};

/** The names of all migrations, in order. */
export const migrationNames: readonly string[] = Object.keys(migrations);

/** True where no migration is waiting; refuses a database that a newer Verbatim has written. */
export async function isUpToDate(db: Kysely<Tables>): Promise<boolean> {
  const applied = await appliedNames(db);
  const strange = applied.find((name) => !(name in migrations));
  if (strange !== undefined) {
    throw new StorageFault(
      'unavailable',
      `The database was written by a newer version of Verbatim (it holds “${strange}”). Start that version, or name another DATA_DIR or DATABASE_URL.`,
    );
  }
  return applied.length === migrationNames.length;
}

/** Applies the migrations that are waiting, up to the last or to one by its name. */
export async function migrate(db: Kysely<Tables>, to = migrationNames.at(-1) ?? ''): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateTo(to);
  if (error !== undefined) throw error;
}

/** The names of the migrations that a database has, in order. */
export async function appliedNames(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const rows = await migrationLog(db).selectFrom('kysely_migration').select('name').execute();
  return rows.map((row) => row.name).toSorted();
}

/** Forgets which migrations a database has; its tables must be gone. */
export async function forgetMigrations(db: Kysely<Tables>): Promise<void> {
  await migrationLog(db).deleteFrom('kysely_migration').execute();
}

function migrationLog(db: Kysely<Tables>): Kysely<{ kysely_migration: { name: string } }> {
  return db as unknown as Kysely<{ kysely_migration: { name: string } }>;
}
