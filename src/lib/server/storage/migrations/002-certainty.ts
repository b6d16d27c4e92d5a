import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** How sure learners said to be, how attempts are marked, and answers in words as they stood. */
export const certainty: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('attempt')
      .addColumn('marking', 'text', (column) => column.notNull().defaultTo('plain'))
      .execute();
    await db.schema.alterTable('answer').addColumn('certainty', 'integer').execute();
    await db.schema.alterTable('answer').addColumn('chance', 'double precision').execute();
    await db.schema.alterTable('answer').addColumn('given', 'text').execute();
    await db.schema.alterTable('answer').addColumn('right_answer', 'text').execute();
  },
};
