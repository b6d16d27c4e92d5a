import { sql, type Kysely, type RawBuilder, type SqlBool, type Transaction } from 'kysely';
import type { ClassId } from '../../quiz/ids.ts';
import type { Anonymous, AttemptMarks, FreeText } from './class-store.ts';
import type { Tables } from './tables.ts';

const dayMs = 86_400_000;

/**
 * Takes out of a class what tells who its learners are: ids, names, hours, words of their own,
 * browsers and reports. What they chose, and on which day, stays.
 */
export function anonymiseClass(
  db: Kysely<Tables>,
  id: ClassId,
  names: readonly Anonymous[],
  freeText: readonly FreeText[],
  makeMarks: () => AttemptMarks,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const learners = trx.selectFrom('learner').select('id').where('class_id', '=', id);
    for (const table of ['device', 'lti_seat', 'lti_score'] as const) {
      await trx.deleteFrom(table).where('learner_id', 'in', learners).execute();
    }
    for (const table of ['report', 'delivery', 'lti_user', 'lti_pass'] as const) {
      await trx.deleteFrom(table).where('class_id', '=', id).execute();
    }
    // While attempts still have the ids by which answers are named here.
    for (const written of freeText) await forget(trx, written);
    for (const name of names) {
      if (!(await copyAnonymously(trx, id, name))) continue;
      await renewAttempts(trx, name, makeMarks);
      await replaceLearner(trx, name);
    }
    await coarsen(trx, id);
  });
}

/** A learner's row once more, under the new name; false where the class has no such learner. */
async function copyAnonymously(
  trx: Transaction<Tables>,
  classId: ClassId,
  name: Anonymous,
): Promise<boolean> {
  const inserted = await trx
    .insertInto('learner')
    .columns([
      'id',
      'class_id',
      'display_name',
      'folded_name',
      'rejoin_code',
      'created_at',
      'joined_at',
    ])
    .expression((query) =>
      query
        .selectFrom('learner')
        .select([
          sql<string>`cast(${name.id} as text)`.as('id'),
          'class_id',
          sql<string>`cast(${name.displayName} as text)`.as('display_name'),
          sql<string>`cast(${name.id} as text)`.as('folded_name'),
          sql<string>`cast(${name.rejoinCode} as text)`.as('rejoin_code'),
          toDay('created_at').as('created_at'),
          toDay('joined_at').as('joined_at'),
        ])
        .where('id', '=', name.was)
        .where('class_id', '=', classId),
    )
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/**
 * Gives a learner's attempts new ids and seeds: by the old ones an export with names would tell whose
 * they are.
 */
async function renewAttempts(
  trx: Transaction<Tables>,
  { was, id: owner }: Anonymous,
  makeMarks: () => AttemptMarks,
): Promise<void> {
  const attempts = await trx.selectFrom('attempt').selectAll().where('owner', '=', was).execute();
  for (const attempt of attempts) {
    const { id, seed } = makeMarks();
    // It waits for an answer that is on its way, and gives the number to the row that follows.
    await trx
      .updateTable('attempt')
      .set({ attempt_no: null })
      .where('id', '=', attempt.id)
      .execute();
    await trx
      .insertInto('attempt')
      .values({ ...attempt, id, seed, owner })
      .execute();
    await trx
      .updateTable('answer')
      .set({ attempt_id: id })
      .where('attempt_id', '=', attempt.id)
      .execute();
    await trx.deleteFrom('attempt').where('id', '=', attempt.id).execute();
  }
}

/** Gives the rest of a learner to the row with the new name, and deletes the old one. */
async function replaceLearner(trx: Transaction<Tables>, name: Anonymous): Promise<void> {
  for (const table of ['allowance', 'vote'] as const) {
    await trx
      .updateTable(table)
      .set({ learner_id: name.id })
      .where('learner_id', '=', name.was)
      .execute();
  }
  await trx.deleteFrom('learner').where('id', '=', name.was).execute();
}

/** Takes away what was written in learners' own words. */
async function forget(
  trx: Transaction<Tables>,
  { assignmentId, itemIds, accepted }: FreeText,
): Promise<void> {
  if (itemIds.length === 0) return;
  for (const { attemptId, itemId } of accepted) {
    await trx
      .updateTable('answer')
      .set(({ ref }) => ({ points: ref('max_points'), correct: 1 }))
      .where('attempt_id', '=', attemptId)
      .where('item_id', '=', itemId)
      .execute();
  }
  const attempts = trx.selectFrom('attempt').select('id').where('assignment_id', '=', assignmentId);
  await trx
    .updateTable('answer')
    .set({ response: 'null' })
    .where('attempt_id', 'in', attempts)
    .where('item_id', 'in', itemIds)
    .execute();
  await trx
    .updateTable('vote')
    .set({ response: 'null' })
    .where('assignment_id', '=', assignmentId)
    .where('item_id', 'in', itemIds)
    .execute();
}

/** A moment as the beginning of its day, UTC. */
function toDay(column: string) {
  return sql<number>`(${sql.ref(column)} / ${sql.lit(dayMs)}) * ${sql.lit(dayMs)}`;
}

/** True of a moment that was made the beginning of its day; hardly of any other. */
export function isWholeDay(column: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`${sql.ref(column)} % ${sql.lit(dayMs)} = 0`;
}

/** Days in the place of hours, and nothing of what was written by hand. */
async function coarsen(trx: Transaction<Tables>, id: ClassId): Promise<void> {
  const assignments = trx.selectFrom('assignment').select('id').where('class_id', '=', id);
  const attempts = trx.selectFrom('attempt').select('id').where('assignment_id', 'in', assignments);
  await trx
    .updateTable('answer')
    .set({ answered_at: toDay('answered_at'), given: null })
    .where('attempt_id', 'in', attempts)
    .execute();
  await trx
    .updateTable('attempt')
    .set({ started_at: toDay('started_at'), client_tz: null })
    .where('assignment_id', 'in', assignments)
    .execute();
  await trx
    .updateTable('allowance')
    .set({ until: toDay('until') })
    .where('assignment_id', 'in', assignments)
    .execute();
  await trx
    .updateTable('vote')
    .set({ voted_at: toDay('voted_at') })
    .where('assignment_id', 'in', assignments)
    .execute();
}
