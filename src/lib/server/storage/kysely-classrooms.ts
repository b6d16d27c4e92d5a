import type { Kysely } from 'kysely';
import type { ClassId, InstructorId, OwnerId } from '../../quiz/ids.ts';
import { assignmentRow, classRow, learnerRow, toClass } from './class-rows.ts';
import type { ClassKeys, ClassStore, Invitation } from './class-store.ts';
import { storedText } from './stored-text.ts';
import type { Tables } from './tables.ts';

/** Classes themselves, who leads them, and who may make them. */
export type Classrooms = Pick<
  ClassStore,
  | 'createClass'
  | 'findClass'
  | 'findClassByCode'
  | 'listClasses'
  | 'pageClasses'
  | 'updateClass'
  | 'admitInstructor'
  | 'replaceKeys'
  | 'dropInstructor'
  | 'listJoined'
  | 'findJoinedClass'
  | 'addInvitation'
  | 'listInvitations'
  | 'removeInvitation'
>;

/** {@link Classrooms} on any database that Kysely speaks to. */
export function kyselyClassrooms(db: Kysely<Tables>): Classrooms {
  return { ...finding(db), ...leading(db), ...inviting(db) };
}

type Finding = Pick<
  Classrooms,
  'findClass' | 'findClassByCode' | 'listClasses' | 'pageClasses' | 'listJoined' | 'findJoinedClass'
>;

function leading(db: Kysely<Tables>): Omit<Classrooms, keyof Finding | keyof Inviting> {
  return {
    createClass: (...given) => createClass(db, ...given),
    updateClass: (id, changes) => updateClass(db, id, changes),
    admitInstructor: (key, instructor, nowMs) => admitInstructor(db, key, instructor, nowMs),
    replaceKeys: (id, keys, kept) => replaceKeys(db, id, keys, kept),
    async dropInstructor(instructor) {
      await db.deleteFrom('instructor').where('id', '=', instructor).execute();
    },
  };
}

function finding(db: Kysely<Tables>): Finding {
  return {
    async findClass(id, instructor) {
      const row = await led(db, instructor).where('class.id', '=', id).executeTakeFirst();
      return row ? toClass(row) : null;
    },
    async findClassByCode(code) {
      const found = db.selectFrom('class').selectAll().where('code', '=', code);
      const row = await found.executeTakeFirst();
      return row ? toClass(row) : null;
    },
    async listClasses(instructor) {
      const rows = await led(db, instructor)
        .orderBy('class.created_at', 'desc')
        .orderBy('class.id')
        .execute();
      return rows.map(toClass);
    },
    async pageClasses(after, limit) {
      const all = db.selectFrom('class').selectAll().orderBy('id').limit(limit);
      const rows = await (after === null ? all : all.where('id', '>', after)).execute();
      return rows.map(toClass);
    },
    async listJoined(owner) {
      const rows = await joined(db, owner)
        .orderBy('class.created_at', 'desc')
        .orderBy('class.id')
        .execute();
      return rows.map(toClass);
    },
    async findJoinedClass(owner, id) {
      const row = await joined(db, owner).where('class.id', '=', id).executeTakeFirst();
      return row ? toClass(row) : null;
    },
  };
}

type Inviting = Pick<Classrooms, 'addInvitation' | 'listInvitations' | 'removeInvitation'>;

function inviting(db: Kysely<Tables>): Inviting {
  return {
    async addInvitation({ hash, label, createdAt }) {
      const row = { hash, label: storedText(label), created_at: createdAt };
      await db.insertInto('invitation').values(row).execute();
    },
    async listInvitations() {
      const rows = await db
        .selectFrom('invitation')
        .selectAll()
        .orderBy('created_at')
        .orderBy('hash')
        .execute();
      return rows.map(({ hash, label, created_at: createdAt }): Invitation => ({
        hash,
        label,
        createdAt,
      }));
    },
    async removeInvitation(hash) {
      const removed = await db.deleteFrom('invitation').where('hash', '=', hash).executeTakeFirst();
      return removed.numDeletedRows > 0n;
    },
  };
}

/** The classes that a browser may lead. */
function led(db: Kysely<Tables>, instructor: InstructorId) {
  return db
    .selectFrom('class')
    .innerJoin('instructor', 'instructor.class_id', 'class.id')
    .selectAll('class')
    .where('instructor.id', '=', instructor);
}

/** The classes in which somebody sits at this browser. */
function joined(db: Kysely<Tables>, owner: OwnerId) {
  return db
    .selectFrom('class')
    .selectAll()
    .where('class.id', 'in', (query) =>
      query
        .selectFrom('learner')
        .innerJoin('device', 'device.learner_id', 'learner.id')
        .select('learner.class_id')
        .where('device.owner', '=', owner),
    );
}

function createClass(
  db: Kysely<Tables>,
  ...[classroom, keys, instructor, first, learners = []]: Parameters<ClassStore['createClass']>
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const inserted = await trx
      .insertInto('class')
      .values(classRow(classroom, keys))
      .onConflict((conflict) => conflict.column('code').doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows !== 1n) return false;
    const since = classroom.createdAt;
    const lead = { id: instructor, class_id: classroom.id, since };
    await trx.insertInto('instructor').values(lead).execute();
    if (first) await trx.insertInto('assignment').values(assignmentRow(first)).execute();
    for (const learner of learners) {
      await trx.insertInto('learner').values(learnerRow(learner)).execute();
    }
    return true;
  });
}

async function updateClass(
  db: Kysely<Tables>,
  id: ClassId,
  { name, timeZone, endsAt, code }: Parameters<ClassStore['updateClass']>[1],
): Promise<void> {
  const changes = {
    ...(name !== undefined && { name: storedText(name) }),
    ...(timeZone !== undefined && { time_zone: timeZone }),
    ...(endsAt !== undefined && { ends_at: endsAt }),
    ...(code !== undefined && { code }),
  };
  if (Object.keys(changes).length === 0) return;
  await db.updateTable('class').set(changes).where('id', '=', id).execute();
}

function admitInstructor(
  db: Kysely<Tables>,
  { linkHash, recoveryHash }: Partial<ClassKeys>,
  instructor: InstructorId,
  nowMs: number,
): Promise<ClassId | null> {
  return db.transaction().execute(async (trx) => {
    // Written as it is: whoever changes the keys meanwhile has to wait, and shuts this browser out then.
    const all = trx.updateTable('class').set(({ ref }) => ({ id: ref('id') }));
    const opened =
      linkHash !== undefined
        ? all.where('link_hash', '=', linkHash)
        : all.where('recovery_hash', '=', recoveryHash ?? '');
    const found = await opened.returning('id').executeTakeFirst();
    if (!found) return null;
    await trx
      .insertInto('instructor')
      .values({ id: instructor, class_id: found.id, since: nowMs })
      .onConflict((conflict) => conflict.columns(['id', 'class_id']).doNothing())
      .execute();
    return found.id as ClassId;
  });
}

function replaceKeys(
  db: Kysely<Tables>,
  id: ClassId,
  keys: ClassKeys,
  kept: InstructorId | null,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await trx
      .updateTable('class')
      .set({ link_hash: keys.linkHash, recovery_hash: keys.recoveryHash })
      .where('id', '=', id)
      .execute();
    const leads = trx.deleteFrom('instructor').where('class_id', '=', id);
    await (kept === null ? leads : leads.where('id', '!=', kept)).execute();
  });
}
