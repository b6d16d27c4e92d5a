import type { Kysely, Transaction } from 'kysely';
import type { ClassId, LearnerId, OwnerId } from '../../quiz/ids.ts';
import type { Learner } from '../../quiz/learner.ts';
import { learnerRow, namedApart, toLearner } from './class-rows.ts';
import type { ClassStore } from './class-store.ts';
import type { Tables } from './tables.ts';

/** Who is in a class, and at which browsers. */
export type Learners = Pick<
  ClassStore,
  | 'addLearners'
  | 'joinLearner'
  | 'bindDevice'
  | 'listLearners'
  | 'pageLearners'
  | 'listLearnersOf'
  | 'findLearner'
  | 'findLearnerByRejoinCode'
  | 'findLearnerAt'
  | 'updateLearner'
>;

/** {@link Learners} on any database that Kysely speaks to. */
export function kyselyLearners(db: Kysely<Tables>): Learners {
  return { ...enrolling(db), ...finding(db) };
}

type Enrolling = Pick<Learners, 'addLearners' | 'joinLearner' | 'bindDevice' | 'updateLearner'>;

function enrolling(db: Kysely<Tables>): Enrolling {
  return {
    addLearners: (learners) =>
      db.transaction().execute(async (trx) => {
        for (const learner of learners) {
          await trx.insertInto('learner').values(learnerRow(learner)).execute();
        }
      }),
    joinLearner: (learner, owner, limit) => joinLearner(db, learner, owner, limit),
    bindDevice: (id, owner, nowMs) =>
      db.transaction().execute(async (trx) => {
        await trx
          .updateTable('learner')
          .set({ joined_at: nowMs })
          .where('id', '=', id)
          .where('joined_at', 'is', null)
          .execute();
        await insertDevice(trx, id, owner, nowMs);
      }),
    updateLearner: (id, changes) => updateLearner(db, id, changes),
  };
}

function finding(db: Kysely<Tables>): Omit<Learners, keyof Enrolling> {
  return {
    async listLearners(id) {
      const rows = await all(db).where('class_id', '=', id).orderBy('folded_name').execute();
      return rows.map(toLearner);
    },
    async pageLearners(id, after, limit) {
      const ofClass = all(db).where('class_id', '=', id).orderBy('id').limit(limit);
      const rows = await (after === null ? ofClass : ofClass.where('id', '>', after)).execute();
      return rows.map(toLearner);
    },
    async listLearnersOf(ids) {
      if (ids.length === 0) return [];
      const rows = await all(db).where('id', 'in', ids).execute();
      return rows.map(toLearner);
    },
    async findLearner(id) {
      const row = await all(db).where('id', '=', id).executeTakeFirst();
      return row ? toLearner(row) : null;
    },
    async findLearnerByRejoinCode(id, code) {
      const found = all(db).where('class_id', '=', id).where('rejoin_code', '=', code);
      const row = await found.executeTakeFirst();
      return row ? toLearner(row) : null;
    },
    async findLearnerAt(owner, id) {
      const row = await all(db)
        .where('class_id', '=', id)
        .where('id', 'in', (query) =>
          query.selectFrom('device').select('learner_id').where('owner', '=', owner),
        )
        .executeTakeFirst();
      return row ? toLearner(row) : null;
    },
  };
}

function all(db: Kysely<Tables>) {
  return db.selectFrom('learner').selectAll();
}

/** A browser sits for one learner of a class: whoever sat there before leaves it. */
async function insertDevice(
  trx: Transaction<Tables>,
  id: LearnerId,
  owner: OwnerId,
  nowMs: number,
): Promise<void> {
  await trx
    .deleteFrom('device')
    .where('owner', '=', owner)
    .where('learner_id', 'in', (query) =>
      query
        .selectFrom('learner')
        .select('id')
        .where('class_id', '=', (own) =>
          own.selectFrom('learner').select('class_id').where('id', '=', id),
        ),
    )
    .execute();
  await trx.insertInto('device').values({ owner, learner_id: id, since: nowMs }).execute();
}

function joinLearner(
  db: Kysely<Tables>,
  learner: Learner,
  owner: OwnerId,
  limit: number,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await holdClass(trx, learner.classId);
    const { n } = await trx
      .selectFrom('learner')
      .select(({ fn }) => fn.countAll().as('n'))
      .where('class_id', '=', learner.classId)
      .executeTakeFirstOrThrow();
    if (Number(n) >= limit) return false;
    const inserted = await trx
      .insertInto('learner')
      .values(learnerRow(learner))
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows !== 1n) return false;
    await insertDevice(trx, learner.id, owner, learner.createdAt);
    return true;
  });
}

/**
 * Makes others who would change the learners of a class wait. A transaction on SQLite has to begin
 * with a write besides: one that begins by reading is refused when another process has written.
 */
async function holdClass(trx: Transaction<Tables>, id: ClassId): Promise<void> {
  await trx
    .updateTable('class')
    .set(({ ref }) => ({ id: ref('id') }))
    .where('id', '=', id)
    .execute();
}

/** True where another learner of the class already has the name or the code. */
async function isTaken(trx: Transaction<Tables>, learner: Learner): Promise<boolean> {
  const taken = await trx
    .selectFrom('learner')
    .select('id')
    .where('class_id', '=', learner.classId)
    .where('id', '!=', learner.id)
    .where(({ eb, or }) =>
      or([eb('folded_name', '=', namedApart(learner)), eb('rejoin_code', '=', learner.rejoinCode)]),
    )
    .executeTakeFirst();
  return taken !== undefined;
}

function updateLearner(
  db: Kysely<Tables>,
  id: LearnerId,
  changes: Parameters<Learners['updateLearner']>[1],
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const found = await trx
      .updateTable('learner')
      .set(({ ref }) => ({ id: ref('id') }))
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst();
    if (!found) return false;
    const learner = { ...toLearner(found), ...changes };
    if (await isTaken(trx, learner)) return false;
    const { display_name, first_name, last_name, email, student_number, rejoin_code } =
      learnerRow(learner);
    await trx
      .updateTable('learner')
      .set({ display_name, first_name, last_name, email, student_number, rejoin_code })
      .set({ folded_name: namedApart(learner) })
      .where('id', '=', id)
      .execute();
    return true;
  });
}
