import type { Expression, ExpressionBuilder, Kysely, SqlBool } from 'kysely';
import type { OwnerId } from '../../quiz/ids.ts';
import type { Erased } from './store.ts';
import type { Tables } from './tables.ts';

/** A condition on attempts. It must hold for the same attempts once their answers are gone. */
export type Condition = (attempt: ExpressionBuilder<Tables, 'attempt'>) => Expression<SqlBool>;

/** The attempts of one owner. */
export function ownedBy(owner: OwnerId): Condition {
  return (attempt) => attempt('owner', '=', owner);
}

/** The attempts neither started nor answered since a moment (milliseconds since 1970, UTC). */
export function inactiveSince(beforeMs: number): Condition {
  return ({ and, eb, exists, not, selectFrom }) =>
    and([
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
 * Deletes the attempts that meet a condition, with their answers, in one transaction. It begins with a
 * write: one that begins by reading is refused on SQLite when another process has written meanwhile.
 */
export function eraseAttempts(db: Kysely<Tables>, condition: Condition): Promise<Erased> {
  return db.transaction().execute(async (trx) => {
    const answers = await trx
      .deleteFrom('answer')
      .where('attempt_id', 'in', trx.selectFrom('attempt').select('id').where(condition))
      .executeTakeFirst();
    const attempts = await trx.deleteFrom('attempt').where(condition).executeTakeFirst();
    return {
      attempts: Number(attempts.numDeletedRows),
      answers: Number(answers.numDeletedRows),
    };
  });
}
