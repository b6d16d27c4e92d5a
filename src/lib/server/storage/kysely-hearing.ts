import type { Kysely } from 'kysely';
import type { ClassId, ItemId } from '../../quiz/ids.ts';
import { isWholeDay } from './anonymise-class.ts';
import type { DeliveryStore, HeardAnswer } from './delivery-store.ts';
import { toAttempt } from './rows.ts';
import type { Tables } from './tables.ts';

/** How far listeners have heard, and of what. */
export type HearingStore = Pick<DeliveryStore, 'beginHearing' | 'noteHeard' | 'pageAnswers'>;

/** {@link HearingStore} on any database that Kysely speaks to. */
export function kyselyHearing(db: Kysely<Tables>): HearingStore {
  return {
    beginHearing: (listener, nowMs) => beginHearing(db, listener, nowMs),
    async noteHeard(listener, untilMs) {
      await db
        .updateTable('listener')
        .set({ heard_until: untilMs })
        .where('name', '=', listener)
        .execute();
    },
    pageAnswers: (sinceMs, after, limit) => pageAnswers(db, sinceMs, after, limit),
  };
}

async function beginHearing(db: Kysely<Tables>, listener: string, nowMs: number): Promise<number> {
  await db
    .insertInto('listener')
    .values({ name: listener, heard_until: nowMs })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const row = await db
    .selectFrom('listener')
    .select('heard_until')
    .where('name', '=', listener)
    .executeTakeFirstOrThrow();
  return row.heard_until;
}

/** What was made anonymous in a class was heard of before, under names that are gone. */
const anonymous = [isWholeDay('answer.answered_at'), isWholeDay('attempt.started_at')];

async function pageAnswers(
  db: Kysely<Tables>,
  sinceMs: number,
  after: HeardAnswer | null,
  limit: number,
): Promise<HeardAnswer[]> {
  const rows = await db
    .selectFrom('answer')
    .innerJoin('attempt', 'attempt.id', 'answer.attempt_id')
    .leftJoin('assignment', 'assignment.id', 'attempt.assignment_id')
    .selectAll('attempt')
    .select(['answer.item_id', 'answer.answered_at', 'assignment.class_id'])
    .where('answer.answered_at', '>=', sinceMs)
    .where(({ and, eb, not }) =>
      not(and([eb('attempt.assignment_id', 'is not', null), ...anonymous])),
    )
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('answer.answered_at', 'answer.attempt_id', 'answer.item_id'),
          '>',
          tuple(after?.answeredAt ?? 0, after?.attempt.id ?? '', after?.itemId ?? ''),
        ),
      ),
    )
    .orderBy('answer.answered_at')
    .orderBy('answer.attempt_id')
    .orderBy('answer.item_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    attempt: toAttempt(row),
    classId: row.class_id as ClassId | null,
    itemId: row.item_id as ItemId,
    answeredAt: row.answered_at,
  }));
}
