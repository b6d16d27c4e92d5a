import type { DeleteQueryBuilder, DeleteResult, Kysely } from 'kysely';
import { answerRow, attemptRow, reportRow, toAnswer, toAttempt, toReport } from './rows.ts';
import { guarded } from './storage-fault.ts';
import type { AttemptId, OwnerId } from '../../quiz/ids.ts';
import type { Answer, Insertion, Store } from './store.ts';
import type { Tables } from './tables.ts';

/** What a dialect does in its own way. */
export interface DialectHooks {
  /** Makes sure that deleted bytes are gone from the files. */
  readonly afterErasing: () => void;
}

/** The store on any database that Kysely speaks to. */
export function kyselyStore(db: Kysely<Tables>, hooks: DialectHooks): Store {
  /** Answers go with their attempts. */
  const erase = async (attempts: DeleteQueryBuilder<Tables, 'attempt', DeleteResult>) => {
    const { numDeletedRows } = await attempts.executeTakeFirst();
    if (numDeletedRows > 0n) hooks.afterErasing();
    return Number(numDeletedRows);
  };
  return {
    createAttempt: (attempt) =>
      guarded(async () => {
        await db.insertInto('attempt').values(attemptRow(attempt)).execute();
      }),
    findAttempt: (id, owner) =>
      guarded(async () => {
        const row = await db
          .selectFrom('attempt')
          .selectAll()
          .where('id', '=', id)
          .where('owner', '=', owner)
          .executeTakeFirst();
        return row ? toAttempt(row) : null;
      }),
    listAttempts: (owner) => guarded(() => listAttempts(db, owner)),
    listAnswers: (id, owner) =>
      guarded(async () => {
        const rows = await answersOf(db, id, owner).orderBy('answered_at').execute();
        return rows.map(toAnswer);
      }),
    insertAnswer: (answer, owner) => guarded(() => insertAnswer(db, answer, owner)),
    addReport: (report) =>
      guarded(async () => {
        await db.insertInto('report').values(reportRow(report)).execute();
      }),
    listReports: () =>
      guarded(async () => {
        const rows = await db.selectFrom('report').selectAll().orderBy('created_at').execute();
        return rows.map(toReport);
      }),
    eraseOwner: (owner) =>
      guarded(() => erase(db.deleteFrom('attempt').where('owner', '=', owner))),
    eraseInactiveSince: (before) => guarded(() => erase(inactiveSince(db, before))),
    close: () => db.destroy(),
  };
}

function inactiveSince(db: Kysely<Tables>, before: number) {
  return db
    .deleteFrom('attempt')
    .where('started_at', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('answer')
            .select('item_id')
            .whereRef('answer.attempt_id', '=', 'attempt.id')
            .where('answered_at', '>=', before),
        ),
      ),
    );
}

async function listAttempts(db: Kysely<Tables>, owner: OwnerId) {
  const rows = await db
    .selectFrom('attempt')
    .leftJoin('answer', 'answer.attempt_id', 'attempt.id')
    .selectAll('attempt')
    .select(({ fn }) => fn.count('answer.item_id').as('answered'))
    .where('owner', '=', owner)
    .groupBy('attempt.id')
    .orderBy('attempt.started_at', 'desc')
    .orderBy('attempt.id')
    .execute();
  return rows.map((row) => ({ attempt: toAttempt(row), answered: Number(row.answered) }));
}

/** One statement, so that of answers that race for one item exactly one is inserted. */
async function insertAnswer(
  db: Kysely<Tables>,
  answer: Answer,
  owner: OwnerId,
): Promise<Insertion | null> {
  const row = answerRow(answer);
  const columns = Object.keys(row) as (keyof typeof row)[];
  const inserted = await db
    .insertInto('answer')
    .columns(columns)
    .expression((query) =>
      query
        .selectFrom('attempt')
        .select(({ val }) => columns.map((column) => val(row[column]).as(column)))
        .where('id', '=', answer.attemptId)
        .where('owner', '=', owner),
    )
    .onConflict((conflict) => conflict.columns(['attempt_id', 'item_id']).doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 1n) return { inserted: true };
  const standing = await answersOf(db, answer.attemptId, owner)
    .where('answer.item_id', '=', answer.itemId)
    .executeTakeFirst();
  return standing ? { inserted: false, answer: toAnswer(standing) } : null;
}

function answersOf(db: Kysely<Tables>, id: AttemptId, owner: OwnerId) {
  return db
    .selectFrom('answer')
    .innerJoin('attempt', 'attempt.id', 'answer.attempt_id')
    .selectAll('answer')
    .where('attempt.id', '=', id)
    .where('attempt.owner', '=', owner);
}
