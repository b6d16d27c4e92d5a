import type { CreateTableBuilder, Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

type Schema = Kysely<unknown>;

/** Learning platforms that launch quizzes (LTI 1.3), and whom and what of theirs is whom and what here. */
export const lti: Migration = {
  async up(db: Schema) {
    await createPlatforms(db);
    await createKeys(db);
    await createCourses(db);
    await createUsers(db);
    await createScores(db);
    await db.schema.alterTable('assignment').addColumn('drawn', 'text').execute();
  },
};

async function createPlatforms(db: Schema): Promise<void> {
  await db.schema
    .createTable('lti_platform')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('client_id', 'text', (column) => column.notNull())
    .addColumn('auth_endpoint', 'text', (column) => column.notNull())
    .addColumn('token_endpoint', 'text', (column) => column.notNull())
    .addColumn('token_audience', 'text')
    .addColumn('jwks_uri', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('trusted', 'integer', (column) => column.notNull())
    .addColumn('any_deployment', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('lti_platform_client', ['issuer', 'client_id'])
    .execute();
  await ofPlatform(db, 'lti_deployment')
    .addColumn('deployment_id', 'text', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('lti_deployment_key', ['platform_id', 'deployment_id'])
    .execute();
  await ofPlatform(db, 'lti_origin')
    .addColumn('origin', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('lti_origin_key', ['platform_id', 'origin'])
    .execute();
}

function ofPlatform(db: Schema, name: string): CreateTableBuilder<string, string> {
  return db.schema
    .createTable(name)
    .addColumn('platform_id', 'text', (column) => column.notNull().references('lti_platform.id'));
}

async function createKeys(db: Schema): Promise<void> {
  await db.schema
    .createTable('lti_key')
    .addColumn('kid', 'text', (column) => column.primaryKey())
    .addColumn('private_jwk', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('signs_at', 'bigint', (column) => column.notNull())
    .addColumn('ends_at', 'bigint')
    .execute();
  await db.schema
    .createTable('lti_pass')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('class_id', 'text')
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('used_at', 'bigint')
    .execute();
  await db.schema.createIndex('lti_pass_expires').on('lti_pass').column('expires_at').execute();
}

async function createCourses(db: Schema): Promise<void> {
  await ofPlatform(db, 'lti_context')
    .addColumn('deployment_id', 'text', (column) => column.notNull())
    .addColumn('context_id', 'text', (column) => column.notNull())
    .addColumn('class_id', 'text', (column) => column.notNull().references('class.id'))
    .addColumn('ends_at', 'bigint', (column) => column.notNull())
    .addColumn('memberships_url', 'text')
    .addPrimaryKeyConstraint('lti_context_key', ['platform_id', 'deployment_id', 'context_id'])
    .execute();
  await db.schema.createIndex('lti_context_class').on('lti_context').column('class_id').execute();
  await ofPlatform(db, 'lti_link')
    .addColumn('deployment_id', 'text', (column) => column.notNull())
    .addColumn('link_id', 'text', (column) => column.notNull())
    .addColumn('context_id', 'text', (column) => column.notNull())
    .addColumn('assignment_id', 'text', (column) => column.notNull().references('assignment.id'))
    .addColumn('chosen', 'text', (column) => column.notNull())
    .addColumn('line_item', 'text')
    .addColumn('line_items', 'text')
    .addColumn('scopes', 'text', (column) => column.notNull())
    .addColumn('graded_by', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('lti_link_key', ['platform_id', 'deployment_id', 'link_id'])
    .execute();
  await db.schema
    .createIndex('lti_link_assignment')
    .on('lti_link')
    .column('assignment_id')
    .execute();
}

async function createUsers(db: Schema): Promise<void> {
  await ofPlatform(db, 'lti_user')
    .addColumn('deployment_id', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('class_id', 'text', (column) => column.notNull().references('class.id'))
    .addColumn('learner_id', 'text', (column) => column.notNull().references('learner.id'))
    .addColumn('gradable', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('lti_user_key', [
      'platform_id',
      'deployment_id',
      'subject',
      'class_id',
    ])
    .execute();
  await db.schema.createIndex('lti_user_learner').on('lti_user').column('learner_id').execute();
  await db.schema.createIndex('lti_user_class').on('lti_user').column('class_id').execute();
  await db.schema
    .createTable('lti_seat')
    .addColumn('owner', 'text', (column) => column.primaryKey())
    .addColumn('learner_id', 'text', (column) => column.notNull().references('learner.id'))
    .addColumn('since', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('lti_seat_learner').on('lti_seat').column('learner_id').execute();
}

async function createScores(db: Schema): Promise<void> {
  await db.schema
    .createTable('lti_score')
    .addColumn('assignment_id', 'text', (column) => column.notNull().references('assignment.id'))
    .addColumn('learner_id', 'text', (column) => column.notNull().references('learner.id'))
    .addColumn('stamped_at', 'bigint', (column) => column.notNull())
    .addColumn('points', 'double precision')
    .addColumn('max_points', 'double precision')
    .addPrimaryKeyConstraint('lti_score_key', ['assignment_id', 'learner_id'])
    .execute();
  await db.schema.createIndex('lti_score_learner').on('lti_score').column('learner_id').execute();
}
