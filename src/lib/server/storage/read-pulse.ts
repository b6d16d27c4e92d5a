import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { ClassId } from '../../quiz/ids.ts';
import type { Tables } from './tables.ts';

/**
 * A figure that differs whenever something of a class does. What grows with the answers is counted; of
 * what is at most a few hundred rows a class, each row goes into it.
 */
export async function readPulse(db: Kysely<Tables>, id: ClassId): Promise<string> {
  const parts = [await readRows(db, id), await countAnswered(db, id)];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

async function readRows(db: Kysely<Tables>, id: ClassId): Promise<unknown[]> {
  const learners = db
    .selectFrom('learner')
    .select(['id', 'display_name', 'joined_at'])
    .where('class_id', '=', id)
    .orderBy('id');
  const assignments = db.selectFrom('assignment').where('class_id', '=', id).orderBy('id');
  const own = assignments.clearOrderBy().select('id');
  const allowances = db
    .selectFrom('allowance')
    .selectAll()
    .where('assignment_id', 'in', own)
    .orderBy('assignment_id')
    .orderBy('learner_id');
  const rescores = db
    .selectFrom('rescore')
    .select(['id', 'withdrawn_at'])
    .where('assignment_id', 'in', own)
    .orderBy('id');
  return [
    await learners.execute(),
    await assignments.selectAll().execute(),
    await allowances.execute(),
    await rescores.execute(),
  ];
}

async function countAnswered(db: Kysely<Tables>, id: ClassId): Promise<unknown[]> {
  const attempts = await db
    .selectFrom('attempt')
    .innerJoin('assignment', 'assignment.id', 'attempt.assignment_id')
    .leftJoin('answer', 'answer.attempt_id', 'attempt.id')
    .select(({ fn }) => [
      fn.count('attempt.id').distinct().as('n'),
      fn.count('answer.item_id').as('answers'),
    ])
    .where('assignment.class_id', '=', id)
    .executeTakeFirstOrThrow();
  const votes = await db
    .selectFrom('vote')
    .innerJoin('assignment', 'assignment.id', 'vote.assignment_id')
    .select(({ fn }) => fn.countAll().as('n'))
    .where('assignment.class_id', '=', id)
    .executeTakeFirstOrThrow();
  return [attempts, votes];
}
