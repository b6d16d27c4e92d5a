import type { Kysely, SelectQueryBuilder, Transaction } from 'kysely';
import type { AssignmentId, ClassId, LearnerId } from '../../quiz/ids.ts';
import { eraseAttempts, type Condition } from './erase.ts';
import type { ErasedClass } from './class-store.ts';
import type { Tables } from './tables.ts';

/** Classes that are to go, as a list of their ids. */
type Classes = SelectQueryBuilder<Tables, 'class', { id: string }>;

/** Deletes a learner with everything answered in class; attempts, answers, votes, browsers. */
export function eraseLearner(db: Kysely<Tables>, id: LearnerId): Promise<ErasedClass> {
  return db.transaction().execute(async (trx) => {
    const erased = await eraseAttempts(trx, (attempt) => attempt('owner', '=', id));
    await trx.deleteFrom('delivery').where('owner', '=', id).execute();
    await trx.deleteFrom('vote').where('learner_id', '=', id).execute();
    await trx.deleteFrom('allowance').where('learner_id', '=', id).execute();
    await trx.deleteFrom('device').where('learner_id', '=', id).execute();
    await eraseLaunches(trx);
    for (const table of ['lti_score', 'lti_seat', 'lti_user'] as const) {
      await trx.deleteFrom(table).where('learner_id', '=', id).execute();
    }
    const gone = await trx.deleteFrom('learner').where('id', '=', id).executeTakeFirst();
    return { ...erased, learners: Number(gone.numDeletedRows) };
  });
}

/** Deletes all launches that wait for their browsers: they tell of people, and can be begun anew. */
async function eraseLaunches(db: Kysely<Tables>): Promise<void> {
  await db.deleteFrom('lti_pass').where('kind', '=', 'launch').execute();
}

/** Deletes an assignment with everything answered in it, tried out by its instructor too. */
export function eraseAssignment(db: Kysely<Tables>, id: AssignmentId): Promise<ErasedClass> {
  return db.transaction().execute(async (trx) => {
    const erased = await eraseAttempts(trx, (attempt) => attempt('assignment_id', '=', id));
    for (const table of ['vote', 'allowance', 'rescore', 'lti_score', 'lti_link'] as const) {
      await trx.deleteFrom(table).where('assignment_id', '=', id).execute();
    }
    await trx.deleteFrom('assignment').where('id', '=', id).execute();
    return { ...erased, learners: 0 };
  });
}

/** Deletes one class with everything in it. */
export function eraseClass(db: Kysely<Tables>, id: ClassId): Promise<ErasedClass> {
  return db
    .transaction()
    .execute((trx) => eraseClasses(trx, trx.selectFrom('class').select('id').where('id', '=', id)));
}

/** Deletes every class past its end, one after another: others write in between. */
export async function eraseEnded(
  db: Kysely<Tables>,
  nowMs: number,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<ErasedClass> {
  const ended = db.selectFrom('class').select('id').where('ends_at', '<=', nowMs);
  const all = await ended.execute();
  let sum: ErasedClass = { learners: 0, attempts: 0, answers: 0 };
  for (const [index, { id }] of all.entries()) {
    // Asked for again: its instructor may have given it more time meanwhile.
    const erased = await db
      .transaction()
      .execute((trx) => eraseClasses(trx, ended.where('id', '=', id)));
    sum = {
      learners: sum.learners + erased.learners,
      attempts: sum.attempts + erased.attempts,
      answers: sum.answers + erased.answers,
    };
    progress(index + 1, all.length);
  }
  return sum;
}

async function eraseClasses(trx: Transaction<Tables>, classes: Classes): Promise<ErasedClass> {
  // Written as they are: an instructor who would give one more time has to wait, and finds it gone.
  await trx
    .updateTable('class')
    .set(({ ref }) => ({ id: ref('id') }))
    .where('id', 'in', classes)
    .execute();
  const assignments = trx.selectFrom('assignment').select('id').where('class_id', 'in', classes);
  const learners = trx.selectFrom('learner').select('id').where('class_id', 'in', classes);
  const inThem: Condition = (attempt) => attempt('assignment_id', 'in', assignments);
  const erased = await eraseAttempts(trx, inThem);
  for (const table of ['vote', 'allowance', 'rescore', 'lti_score', 'lti_link'] as const) {
    await trx.deleteFrom(table).where('assignment_id', 'in', assignments).execute();
  }
  for (const table of ['device', 'lti_seat'] as const) {
    await trx.deleteFrom(table).where('learner_id', 'in', learners).execute();
  }
  for (const table of ['lti_user', 'lti_context', 'lti_pass'] as const) {
    await trx.deleteFrom(table).where('class_id', 'in', classes).execute();
  }
  await eraseLaunches(trx);
  const gone = await trx.deleteFrom('learner').where('class_id', 'in', classes).executeTakeFirst();
  for (const table of ['assignment', 'delivery', 'report', 'instructor'] as const) {
    await trx.deleteFrom(table).where('class_id', 'in', classes).execute();
  }
  await trx.deleteFrom('class').where('id', 'in', classes).execute();
  return { ...erased, learners: Number(gone.numDeletedRows) };
}
