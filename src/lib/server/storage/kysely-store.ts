import type { Kysely } from 'kysely';
import type { AttemptId, BankId, OwnerId } from '../../quiz/ids.ts';
import { eraseAttempts, eraseOwner, inactiveSince, type Condition } from './erase.ts';
import { showsWhatIsRight, takesAnswers } from './kysely-class-attempts.ts';
import { kyselyClassStore, throughAll } from './kysely-class-store.ts';
import { kyselyDeliveries } from './kysely-deliveries.ts';
import { kyselyLti } from './kysely-lti.ts';
import { kyselySelfStudy } from './kysely-self-study.ts';
import { gatherInsertions } from './gather-insertions.ts';
import { answerRow, attemptRow, reportRow, toAnswer, toAttempt, toReport } from './rows.ts';
import type {
  Answer,
  OwnedAnswer,
  Attempt,
  AttemptProgress,
  Insertion,
  ProblemReport,
  Store,
} from './store.ts';
import type { Tables } from './tables.ts';

/** What a dialect does in its own way. */
export interface DialectHooks {
  /** Makes sure that deleted bytes are gone from the files. */
  readonly afterErasing: () => Promise<void>;
  /** How long answers are gathered into one transaction, in milliseconds; 0 for each by itself. */
  readonly gatherMs: number;
  /** What the database threw, as a `StorageFault`; an error of the program as it is. */
  readonly faultOf: (error: unknown) => unknown;
}

/** The store on any database that Kysely speaks to. */
export function kyselyStore(db: Kysely<Tables>, hooks: DialectHooks): Store {
  const guarded = async <Value>(call: () => Promise<Value>): Promise<Value> => {
    try {
      return await call();
    } catch (error) {
      throw hooks.faultOf(error);
    }
  };
  const erasing = <Value>(call: () => Promise<Value>): Promise<Value> =>
    guarded(async () => {
      const erased = await call();
      // Also where nothing was deleted: a reader may have kept the last erasure's bytes in the log.
      await hooks.afterErasing();
      return erased;
    });
  const erase = (condition: Condition) =>
    erasing(() => db.transaction().execute((trx) => eraseAttempts(trx, condition)));
  const gathered = gatherInsertions(db, hooks, insertAnswer);
  return {
    classes: kyselyClassStore(db, guarded, erasing),
    deliveries: throughAll(kyselyDeliveries(db), guarded),
    lti: throughAll(kyselyLti(db), guarded),
    selfStudy: throughAll(kyselySelfStudy(db), guarded),
    createAttempt: (attempt) => guarded(() => createAttempt(db, attempt)),
    findAttempt: (id, owner) => guarded(() => findAttempt(db, id, owner)),
    listAttempts: (owner) => guarded(() => listAttempts(db, owner)),
    listAnswers: (id, owner) => guarded(() => listAnswers(db, id, owner)),
    listAnswered: (owner, nowMs) => guarded(() => listAnswered(db, owner, nowMs)),
    insertAnswer: (answer, owner) => guarded(() => gathered.insert(answer, owner)),
    addReport: (report) => guarded(() => addReport(db, report)),
    listReports: () => guarded(() => listReports(db)),
    eraseOwner: (owner) => erasing(() => eraseOwner(db, owner)),
    eraseInactiveSince: (beforeMs) => erase(inactiveSince(beforeMs)),
    ping: () => guarded(() => ping(db)),
    close: () =>
      guarded(async () => {
        await gathered.flush();
        await db.destroy();
      }),
  };
}

async function createAttempt(db: Kysely<Tables>, attempt: Attempt): Promise<void> {
  await db
    .insertInto('attempt')
    .values(attemptRow(attempt))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

async function findAttempt(
  db: Kysely<Tables>,
  id: AttemptId,
  owner: OwnerId,
): Promise<Attempt | null> {
  const row = await db
    .selectFrom('attempt')
    .selectAll()
    .where('id', '=', id)
    .where(({ eb, or, selectFrom }) =>
      or([
        eb('owner', '=', owner),
        eb('owner', 'in', selectFrom('device').select('learner_id').where('owner', '=', owner)),
      ]),
    )
    .executeTakeFirst();
  return row ? toAttempt(row) : null;
}

async function listAttempts(db: Kysely<Tables>, owner: OwnerId): Promise<AttemptProgress[]> {
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

async function listAnswers(db: Kysely<Tables>, id: AttemptId, owner: OwnerId): Promise<Answer[]> {
  const rows = await answersOf(db, id, owner)
    .orderBy('answered_at')
    .orderBy('answer.item_id')
    .execute();
  return rows.map(toAnswer);
}

async function listAnswered(
  db: Kysely<Tables>,
  owner: OwnerId,
  nowMs: number,
): Promise<OwnedAnswer[]> {
  const rows = await db
    .selectFrom('answer')
    .innerJoin('attempt', 'attempt.id', 'answer.attempt_id')
    .selectAll('answer')
    .select(['attempt.bank_id', 'attempt.seed'])
    .where(({ eb, or, selectFrom }) =>
      or([
        eb('attempt.owner', '=', owner),
        eb(
          'attempt.id',
          'in',
          selectFrom('attempt')
            .select('attempt.id')
            .where('attempt.owner', 'in', (query) =>
              query.selectFrom('device').select('learner_id').where('owner', '=', owner),
            )
            .where((attempt) => showsWhatIsRight(attempt, nowMs)),
        ),
      ]),
    )
    .orderBy('answer.answered_at')
    .orderBy('attempt.id')
    .execute();
  return rows.map((row) => ({ ...toAnswer(row), bankId: row.bank_id as BankId, seed: row.seed }));
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
        .where('owner', '=', owner)
        .where((attempt) => takesAnswers(attempt, answer.answeredAt)),
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

async function addReport(db: Kysely<Tables>, report: ProblemReport): Promise<void> {
  await db.insertInto('report').values(reportRow(report)).execute();
}

async function listReports(db: Kysely<Tables>): Promise<ProblemReport[]> {
  const rows = await db
    .selectFrom('report')
    .selectAll()
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(toReport);
}

async function ping(db: Kysely<Tables>): Promise<void> {
  await db.selectFrom('attempt').select('id').limit(1).execute();
}
