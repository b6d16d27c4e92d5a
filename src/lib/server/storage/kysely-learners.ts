import type { Kysely, Transaction } from 'kysely';
import type { ClassId, LearnerId, OwnerId } from '../../quiz/ids.ts';
import type { Learner } from '../../quiz/learner.ts';
import { learnerRow, namedApart, toLearner } from './class-rows.ts';
import type { ClassStore } from './class-store.ts';
import { areApart, isNumberTaken, isTaken } from './learner-marks.ts';
import type { Tables } from './tables.ts';

/** Who is in a class, and at which browsers. */
export type Learners = Pick<
  ClassStore,
  | 'addLearners'
  | 'joinLearner'
  | 'claimLearner'
  | 'bindDevice'
  | 'unbindDevice'
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

type Enrolling = Pick<
  Learners,
  'addLearners' | 'joinLearner' | 'claimLearner' | 'bindDevice' | 'unbindDevice' | 'updateLearner'
>;

function enrolling(db: Kysely<Tables>): Enrolling {
  return {
    addLearners: (learners, limit) => addLearners(db, learners, limit),
    joinLearner: (learner, owner, limit) => joinLearner(db, learner, owner, limit),
    claimLearner: (id, owner, nowMs) => claimLearner(db, id, owner, nowMs),
    bindDevice: (id, owner, nowMs) => bindDevice(db, id, owner, nowMs),
    async unbindDevice(owner, id) {
      await db
        .deleteFrom('device')
        .where('owner', '=', owner)
        .where('learner_id', 'in', (query) =>
          query.selectFrom('learner').select('id').where('class_id', '=', id),
        )
        .execute();
    },
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
      const row = await seatedAt(db, owner, id).executeTakeFirst();
      return row ? toLearner(row) : null;
    },
  };
}

function all(db: Kysely<Tables>) {
  return db.selectFrom('learner').selectAll();
}

/** The learner of a class who sits at a browser. */
function seatedAt(db: Kysely<Tables>, owner: OwnerId, classId: string) {
  return all(db)
    .where('class_id', '=', classId)
    .where('id', 'in', (query) =>
      query.selectFrom('device').select('learner_id').where('owner', '=', owner),
    );
}

/** True where somebody of the class sits at the browser: its other tab may have been quicker. */
async function isSeated(
  trx: Transaction<Tables>,
  owner: OwnerId,
  classId: string,
): Promise<boolean> {
  return (await seatedAt(trx, owner, classId).executeTakeFirst()) !== undefined;
}

/** The learner counts as joined from then on; says whether nobody had come forward before. */
async function comeForward(
  trx: Transaction<Tables>,
  id: LearnerId,
  nowMs: number,
): Promise<boolean> {
  const changed = await trx
    .updateTable('learner')
    .set({ joined_at: nowMs })
    .where('id', '=', id)
    .where('joined_at', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

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
  // Two tabs that come forward at once meet here where writers don't wait for each other.
  await trx
    .insertInto('device')
    .values({ owner, learner_id: id, since: nowMs })
    .onConflict((conflict) => conflict.columns(['owner', 'learner_id']).doNothing())
    .execute();
}

function bindDevice(
  db: Kysely<Tables>,
  id: LearnerId,
  owner: OwnerId,
  nowMs: number,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    if (!(await holdClassOf(trx, id))) return false;
    await comeForward(trx, id, nowMs);
    await insertDevice(trx, id, owner, nowMs);
    return true;
  });
}

function claimLearner(
  db: Kysely<Tables>,
  id: LearnerId,
  owner: OwnerId,
  nowMs: number,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const learner = await holdClassOf(trx, id);
    if (!learner || (await isSeated(trx, owner, learner.class_id))) return false;
    const isFirst = await comeForward(trx, id, nowMs);
    if (isFirst) await insertDevice(trx, id, owner, nowMs);
    return isFirst;
  });
}

function addLearners(
  db: Kysely<Tables>,
  learners: readonly Learner[],
  limit: number,
): Promise<boolean> {
  const [first] = learners;
  if (!first) return Promise.resolve(true);
  return db.transaction().execute(async (trx) => {
    if (!(await holdClass(trx, first.classId))) return false;
    const there = await all(trx).where('class_id', '=', first.classId).execute();
    if (there.length + learners.length > limit) return false;
    const rows = [...there, ...learners.map(learnerRow)];
    if (!areApart(rows)) return false;
    for (const learner of learners) {
      await trx.insertInto('learner').values(learnerRow(learner)).execute();
    }
    return true;
  });
}

function joinLearner(
  db: Kysely<Tables>,
  learner: Learner,
  owner: OwnerId,
  limit: number,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    if (!(await holdClass(trx, learner.classId))) return false;
    if (await isSeated(trx, owner, learner.classId)) return false;
    const { n } = await trx
      .selectFrom('learner')
      .select(({ fn }) => fn.countAll().as('n'))
      .where('class_id', '=', learner.classId)
      .executeTakeFirstOrThrow();
    if (Number(n) >= limit || (await isNumberTaken(trx, learner))) return false;
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
 * Makes others who would change the learners of a class wait; false where there is no such class. A
 * transaction on SQLite has to begin with a write besides: one that begins by reading is refused when
 * another process has written.
 */
async function holdClass(trx: Transaction<Tables>, id: ClassId): Promise<boolean> {
  const held = await itself(trx).where('id', '=', id).executeTakeFirst();
  return held.numUpdatedRows > 0n;
}

/** {@link holdClass} for the class of a learner, whose row it gives; undefined where the learner is gone. */
async function holdClassOf(trx: Transaction<Tables>, id: LearnerId) {
  const ofLearner = trx.selectFrom('learner').select('class_id').where('id', '=', id);
  await itself(trx).where('id', 'in', ofLearner).execute();
  return all(trx).where('id', '=', id).executeTakeFirst();
}

/** A class written as it is. */
function itself(trx: Transaction<Tables>) {
  return trx.updateTable('class').set(({ ref }) => ({ id: ref('id') }));
}

function updateLearner(
  db: Kysely<Tables>,
  id: LearnerId,
  changes: Parameters<Learners['updateLearner']>[1],
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const found = await holdClassOf(trx, id);
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
