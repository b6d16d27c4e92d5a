import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Attempts, their answers, and problem reports. */
export const attempts: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('attempt')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('bank_id', 'text', (column) => column.notNull())
      .addColumn('seed', 'text', (column) => column.notNull())
      .addColumn('item_ids', 'text', (column) => column.notNull())
      .addColumn('retry_of', 'text')
      .addColumn('started_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('attempt_owner').on('attempt').column('owner').execute();
    await db.schema.createIndex('attempt_started_at').on('attempt').column('started_at').execute();
    await db.schema
      .createTable('answer')
      .addColumn('attempt_id', 'text', (column) =>
        column.notNull().references('attempt.id').onDelete('cascade'),
      )
      .addColumn('item_id', 'text', (column) => column.notNull())
      .addColumn('item_version', 'integer', (column) => column.notNull())
      .addColumn('response', 'text', (column) => column.notNull())
      .addColumn('points', 'double precision', (column) => column.notNull())
      .addColumn('max_points', 'integer', (column) => column.notNull())
      .addColumn('correct', 'integer', (column) => column.notNull())
      .addColumn('answered_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('answer_key', ['attempt_id', 'item_id'])
      .execute();
    await db.schema
      .createTable('report')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('bank_id', 'text', (column) => column.notNull())
      .addColumn('item_id', 'text', (column) => column.notNull())
      .addColumn('item_version', 'integer', (column) => column.notNull())
      .addColumn('response', 'text', (column) => column.notNull())
      .addColumn('comment', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute();
  },
};
