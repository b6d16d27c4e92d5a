import type { Expression, ExpressionBuilder, Kysely, SqlBool, Transaction } from 'kysely';
import type { OwnerId } from '../../quiz/ids.ts';
import type { Erased } from './store.ts';
import type { Tables } from './tables.ts';

/** A condition on attempts. It must hold for the same attempts once their answers are gone. */
export type Condition = (attempt: ExpressionBuilder<Tables, 'attempt'>) => Expression<SqlBool>;

/** The attempts outside classes neither started nor answered since a moment (ms since 1970, UTC). */
export function inactiveSince(beforeMs: number): Condition {
  return ({ and, eb, exists, not, selectFrom }) =>
    and([
      eb('assignment_id', 'is', null),
      eb('started_at', '<', beforeMs),
      not(
        exists(
          selectFrom('answer')
            .select('item_id')
            .whereRef('answer.attempt_id', '=', 'attempt.id')
            .where('answered_at', '>=', beforeMs),
        ),
      ),
    ]);
}

/**
 * Deletes the attempts that meet a condition, with their answers and what is sent of them. It begins with a write: a transaction
 * that begins by reading is refused on SQLite when another process has written meanwhile.
 */
export async function eraseAttempts(
  trx: Transaction<Tables>,
  condition: Condition,
): Promise<Erased> {
  const meant = trx.selectFrom('attempt').select('id').where(condition);
  await trx.deleteFrom('delivery').where('attempt_id', 'in', meant).execute();
  const answers = await trx
    .deleteFrom('answer')
    .where('attempt_id', 'in', meant)
    .executeTakeFirst();
  const attempts = await trx.deleteFrom('attempt').where(condition).executeTakeFirst();
  return {
    attempts: Number(attempts.numDeletedRows),
    answers: Number(answers.numDeletedRows),
  };
}

/** Deletes what one owner answered outside classes, and forgets whom it sat for in classes. */
export function eraseOwner(db: Kysely<Tables>, owner: OwnerId): Promise<Erased> {
  return db.transaction().execute(async (trx) => {
    const erased = await eraseAttempts(trx, (attempt) => attempt('owner', '=', owner));
    await trx.deleteFrom('delivery').where('owner', '=', owner).execute();
    await trx.deleteFrom('device').where('owner', '=', owner).execute();
    return erased;
  });
}
