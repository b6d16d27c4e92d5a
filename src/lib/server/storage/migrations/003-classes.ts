import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Classes, their instructors, learners and assignments. */
export const classes: Migration = {
  async up(db: Kysely<unknown>) {
    await createClasses(db);
    await createLearners(db);
    await createAssignments(db);
    await createExceptions(db);
    await createVotes(db);
    await db.schema.alterTable('attempt').addColumn('assignment_id', 'text').execute();
    await db.schema.alterTable('attempt').addColumn('attempt_no', 'integer').execute();
    await db.schema.alterTable('attempt').addColumn('client_tz', 'text').execute();
    await db.schema
      .createIndex('attempt_assignment')
      .on('attempt')
      .columns(['assignment_id', 'owner', 'attempt_no'])
      .unique()
      .execute();
    await db.schema.alterTable('report').addColumn('class_id', 'text').execute();
    await db.schema.createIndex('report_class').on('report').column('class_id').execute();
  },
};

async function createClasses(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('class')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull().unique())
    .addColumn('link_hash', 'text', (column) => column.notNull().unique())
    .addColumn('recovery_hash', 'text', (column) => column.notNull().unique())
    .addColumn('learners_by', 'text', (column) => column.notNull())
    .addColumn('time_zone', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('ends_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('instructor')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('class_id', 'text', (column) => column.notNull().references('class.id'))
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('instructor_key', ['id', 'class_id'])
    .execute();
  await db.schema.createIndex('instructor_class').on('instructor').column('class_id').execute();
  await db.schema
    .createTable('invitation')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
}

async function createLearners(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('learner')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('class_id', 'text', (column) => column.notNull().references('class.id'))
    .addColumn('display_name', 'text', (column) => column.notNull())
    .addColumn('folded_name', 'text', (column) => column.notNull())
    .addColumn('first_name', 'text')
    .addColumn('last_name', 'text')
    .addColumn('email', 'text')
    .addColumn('student_number', 'text')
    .addColumn('rejoin_code', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('joined_at', 'bigint')
    .addUniqueConstraint('learner_name', ['class_id', 'folded_name'])
    .addUniqueConstraint('learner_rejoin', ['class_id', 'rejoin_code'])
    .execute();
  await db.schema
    .createTable('device')
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('learner_id', 'text', (column) => column.notNull().references('learner.id'))
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('device_key', ['owner', 'learner_id'])
    .execute();
  await db.schema.createIndex('device_learner').on('device').column('learner_id').execute();
}

async function createAssignments(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('assignment')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('class_id', 'text', (column) => column.notNull().references('class.id'))
    .addColumn('bank_id', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('item_ids', 'text', (column) => column.notNull())
    .addColumn('feedback', 'text', (column) => column.notNull())
    .addColumn('attempts_allowed', 'integer')
    .addColumn('certainty', 'text', (column) => column.notNull())
    .addColumn('attempt_rule', 'text', (column) => column.notNull())
    .addColumn('pass_percent', 'double precision')
    .addColumn('opened_at', 'bigint', (column) => column.notNull())
    .addColumn('closes_at', 'bigint')
    .addColumn('closed_at', 'bigint')
    .addColumn('shown', 'text')
    .execute();
  await db.schema.createIndex('assignment_class').on('assignment').column('class_id').execute();
}

async function createExceptions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('allowance')
    .addColumn('assignment_id', 'text', (column) => column.notNull().references('assignment.id'))
    .addColumn('learner_id', 'text', (column) => column.notNull().references('learner.id'))
    .addColumn('extra_attempts', 'integer', (column) => column.notNull())
    .addColumn('until', 'bigint')
    .addPrimaryKeyConstraint('allowance_key', ['assignment_id', 'learner_id'])
    .execute();
  await db.schema
    .createTable('rescore')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('assignment_id', 'text', (column) => column.notNull().references('assignment.id'))
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('accepted', 'text')
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('withdrawn_at', 'bigint')
    .execute();
  await db.schema.createIndex('rescore_assignment').on('rescore').column('assignment_id').execute();
}

async function createVotes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('vote')
    .addColumn('assignment_id', 'text', (column) => column.notNull().references('assignment.id'))
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addColumn('round', 'integer', (column) => column.notNull())
    .addColumn('learner_id', 'text', (column) => column.notNull().references('learner.id'))
    .addColumn('item_version', 'integer', (column) => column.notNull())
    .addColumn('response', 'text', (column) => column.notNull())
    .addColumn('correct', 'integer', (column) => column.notNull())
    .addColumn('voted_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('vote_key', ['assignment_id', 'item_id', 'round', 'learner_id'])
    .execute();
}
