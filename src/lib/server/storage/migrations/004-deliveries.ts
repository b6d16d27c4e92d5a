import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What is to be sent to other systems, and how far the listeners have heard what happened. */
export const deliveries: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('delivery')
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('group_name', 'text', (column) => column.notNull())
      .addColumn('class_id', 'text')
      .addColumn('owner', 'text')
      .addColumn('attempt_id', 'text')
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('sequence', 'integer', (column) => column.notNull())
      .addColumn('requested_at', 'bigint', (column) => column.notNull())
      .addColumn('due_at', 'bigint', (column) => column.notNull())
      .addColumn('held_until', 'bigint', (column) => column.notNull())
      .addColumn('tries', 'integer', (column) => column.notNull())
      .addColumn('tried_at', 'bigint')
      .addColumn('answer', 'text')
      .addPrimaryKeyConstraint('delivery_key', ['kind', 'key'])
      .execute();
    await db.schema
      .createIndex('delivery_due')
      .on('delivery')
      .columns(['state', 'group_name', 'due_at'])
      .execute();
    for (const column of ['class_id', 'owner', 'attempt_id']) {
      await db.schema.createIndex(`delivery_${column}`).on('delivery').column(column).execute();
    }
    await db.schema
      .createTable('listener')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('heard_until', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('answer_answered_at').on('answer').column('answered_at').execute();
  },
};
