import type { Kysely } from 'kysely';
import type { ClassId, LearnerId } from '../../quiz/ids.ts';
import type { Learner } from '../../quiz/learner.ts';
import { classRow, learnerRow } from './class-rows.ts';
import { kyselyLtiLinks } from './kysely-lti-links.ts';
import { isTaken } from './learner-marks.ts';
import { contextKey } from './lti-rows.ts';
import type { ContextPlace, CourseStore, UserPlace } from './lti-store.ts';
import type { Tables } from './tables.ts';

/** {@link CourseStore} on any database that Kysely speaks to. */
export function kyselyLtiCourses(db: Kysely<Tables>): CourseStore {
  return { ...courses(db), ...kyselyLtiLinks(db), ...users(db), ...seats(db) };
}

function userKey({ classId, deploymentId, platformId, subject }: UserPlace) {
  return { platform_id: platformId, deployment_id: deploymentId, subject, class_id: classId };
}

type Courses = Pick<CourseStore, 'findCourse' | 'openCourse' | 'noteMemberships' | 'prolongCourse'>;

function courses(db: Kysely<Tables>): Courses {
  return {
    async findCourse(place) {
      const row = await db
        .selectFrom('lti_context')
        .innerJoin('class', 'class.id', 'lti_context.class_id')
        .select(['class.id', 'class.name', 'class.ends_at', 'memberships_url'])
        .where(({ and }) => and(contextKey(place)))
        .executeTakeFirst();
      if (!row) return null;
      return {
        classId: row.id as ClassId,
        name: row.name,
        endsAt: row.ends_at,
        membershipsUrl: row.memberships_url,
      };
    },
    openCourse: (...given) => openCourse(db, ...given),
    async noteMemberships(place, url) {
      await db
        .updateTable('lti_context')
        .set({ memberships_url: url })
        .where(({ and }) => and(contextKey(place)))
        .execute();
    },
    prolongCourse: (place, endsAt) => prolongCourse(db, place, endsAt),
  };
}

function openCourse(
  db: Kysely<Tables>,
  ...[place, classroom, keys]: Parameters<CourseStore['openCourse']>
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const inserted = await trx
      .insertInto('class')
      .values(classRow(classroom, keys))
      .onConflict((conflict) => conflict.column('code').doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows !== 1n) return false;
    const context = await trx
      .insertInto('lti_context')
      .values({
        ...contextKey(place),
        class_id: classroom.id,
        ends_at: classroom.endsAt,
        memberships_url: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    // Somebody else of the course was quicker.
    if (context.numInsertedOrUpdatedRows !== 1n) {
      await trx.deleteFrom('class').where('id', '=', classroom.id).execute();
    }
    return true;
  });
}

function prolongCourse(db: Kysely<Tables>, place: ContextPlace, endsAt: number): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const own = trx
      .selectFrom('lti_context')
      .where(({ and }) => and(contextKey(place)))
      .where('ends_at', '<', endsAt);
    const changed = await trx
      .updateTable('class')
      .set({ ends_at: endsAt })
      .where('id', '=', own.select('class_id'))
      .where('ends_at', '=', own.select('ends_at'))
      .executeTakeFirst();
    if (changed.numUpdatedRows !== 1n) return;
    await trx
      .updateTable('lti_context')
      .set({ ends_at: endsAt })
      .where(({ and }) => and(contextKey(place)))
      .execute();
  });
}

function users(db: Kysely<Tables>): Pick<CourseStore, 'findUser' | 'enrolUser' | 'noteGradable'> {
  return {
    async findUser(place) {
      const row = await db
        .selectFrom('lti_user')
        .selectAll()
        .where(({ and }) => and(userKey(place)))
        .executeTakeFirst();
      return row
        ? { learnerId: row.learner_id as LearnerId, isGradable: row.gradable === 1 }
        : null;
    },
    enrolUser: (...given) => enrolUser(db, ...given),
    async noteGradable(place, isGradable) {
      await db
        .updateTable('lti_user')
        .set({ gradable: Number(isGradable) })
        .where(({ and }) => and(userKey(place)))
        .execute();
    },
  };
}

function enrolUser(
  db: Kysely<Tables>,
  ...[place, learner, isGradable, limit]: Parameters<CourseStore['enrolUser']>
): ReturnType<CourseStore['enrolUser']> {
  return db.transaction().execute(async (trx) => {
    // Written as it is: whoever else would change its learners waits.
    await trx
      .updateTable('class')
      .set(({ ref }) => ({ id: ref('id') }))
      .where('id', '=', place.classId)
      .execute();
    const known = await trx
      .selectFrom('lti_user')
      .select('learner_id')
      .where(({ and }) => and(userKey(place)))
      .executeTakeFirst();
    if (known) return 'enrolled';
    const { n } = await trx
      .selectFrom('learner')
      .select(({ fn }) => fn.countAll().as('n'))
      .where('class_id', '=', place.classId)
      .executeTakeFirstOrThrow();
    if (Number(n) >= limit) return 'full';
    if (await isTaken(trx, learner)) return 'taken';
    await insertUser(trx, place, learner, isGradable);
    return 'enrolled';
  });
}

async function insertUser(
  db: Kysely<Tables>,
  place: UserPlace,
  learner: Learner,
  isGradable: boolean,
): Promise<void> {
  await db.insertInto('learner').values(learnerRow(learner)).execute();
  await db
    .insertInto('lti_user')
    .values({ ...userKey(place), learner_id: learner.id, gradable: Number(isGradable) })
    .execute();
}

type Seats = Pick<CourseStore, 'seatLearner' | 'admitInstructor' | 'dismissInstructors'>;

function seats(db: Kysely<Tables>): Seats {
  return {
    seatLearner: (...given) => seatLearner(db, ...given),
    async dismissInstructors(beforeMs) {
      await db
        .deleteFrom('instructor')
        .where('since', '<', beforeMs)
        .where('class_id', 'in', (query) => query.selectFrom('lti_context').select('class_id'))
        .execute();
    },
    admitInstructor: (id, instructor, nowMs) =>
      db.transaction().execute(async (trx) => {
        const held = await trx
          .updateTable('class')
          .set(({ ref }) => ({ id: ref('id') }))
          .where('id', '=', id)
          .executeTakeFirst();
        if (held.numUpdatedRows !== 1n) return false;
        await trx
          .insertInto('instructor')
          .values({ id: instructor, class_id: id, since: nowMs })
          .onConflict((conflict) =>
            conflict.columns(['id', 'class_id']).doUpdateSet({ since: nowMs }),
          )
          .execute();
        return true;
      }),
  };
}

function seatLearner(
  db: Kysely<Tables>,
  ...[id, owner, nowMs, staleMs]: Parameters<CourseStore['seatLearner']>
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    // Written as it is: whoever would erase the learner waits.
    const held = await trx
      .updateTable('learner')
      .set(({ ref }) => ({ id: ref('id') }))
      .where('id', '=', id)
      .executeTakeFirst();
    if (held.numUpdatedRows !== 1n) return false;
    const stale = trx
      .selectFrom('lti_seat')
      .select('owner')
      .where('learner_id', '=', id)
      .where('since', '<', staleMs);
    await trx.deleteFrom('device').where('owner', 'in', stale).execute();
    await trx
      .deleteFrom('lti_seat')
      .where('learner_id', '=', id)
      .where('since', '<', staleMs)
      .execute();
    await trx
      .updateTable('learner')
      .set({ joined_at: nowMs })
      .where('id', '=', id)
      .where('joined_at', 'is', null)
      .execute();
    const seat = { owner, learner_id: id, since: nowMs };
    await trx.insertInto('device').values(seat).execute();
    await trx.insertInto('lti_seat').values(seat).execute();
    return true;
  });
}
