import type { ExpressionBuilder, Kysely } from 'kysely';
import type { AssignmentId, AttemptId, ClassId, LearnerId } from '../../quiz/ids.ts';
import type { ClassAttempt, ClassStore } from './class-store.ts';
import { readPulse } from './read-pulse.ts';
import { attemptRow, toAnswer, toAttempt, toReport } from './rows.ts';
import type { Answer, Attempt } from './store.ts';
import type { Tables } from './tables.ts';

/** What was answered in classes. */
export type ClassAttempts = Pick<
  ClassStore,
  | 'createClassAttempt'
  | 'listOwnAttempts'
  | 'listClassAttempts'
  | 'countClass'
  | 'listAttemptsOf'
  | 'listAnswersOf'
  | 'pulse'
  | 'listClassReports'
>;

/** {@link ClassAttempts} on any database that Kysely speaks to. */
export function kyselyClassAttempts(db: Kysely<Tables>): ClassAttempts {
  return {
    createClassAttempt: (attempt) => createClassAttempt(db, attempt),
    async listOwnAttempts(id, owner) {
      const rows = await attemptsIn(db, id).where('attempt.owner', '=', owner).execute();
      return rows.map(toClassAttempt);
    },
    listClassAttempts: (id, learners) => listClassAttempts(db, id, learners),
    countClass: (id, assignmentId) => countClass(db, id, assignmentId),
    listAttemptsOf: (id, learners) => listAttemptsOf(db, id, learners),
    listAnswersOf: (attempts) => listAnswersOf(db, attempts),
    pulse: (id) => readPulse(db, id),
    async listClassReports(id) {
      const rows = await db
        .selectFrom('report')
        .selectAll()
        .where('class_id', '=', id)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(toReport);
    },
  };
}

async function listAttemptsOf(
  db: Kysely<Tables>,
  id: AssignmentId,
  learners: readonly LearnerId[],
): Promise<Attempt[]> {
  if (learners.length === 0) return [];
  const rows = await db
    .selectFrom('attempt')
    .selectAll()
    .where('assignment_id', '=', id)
    .where('owner', 'in', learners)
    .orderBy('owner')
    .orderBy('attempt_no')
    .execute();
  return rows.map(toAttempt);
}

async function countClass(db: Kysely<Tables>, id: ClassId, assignmentId: AssignmentId) {
  const learners = db.selectFrom('learner').where('class_id', '=', id);
  const attempts = db
    .selectFrom('attempt')
    .where('assignment_id', '=', assignmentId)
    .where('owner', 'in', learners.select('id'));
  const numberOf = ({ n }: { n: number | string | bigint }) => Number(n);
  return {
    learners: numberOf(
      await learners.select(({ fn }) => fn.countAll().as('n')).executeTakeFirstOrThrow(),
    ),
    attempts: numberOf(
      await attempts.select(({ fn }) => fn.countAll().as('n')).executeTakeFirstOrThrow(),
    ),
  };
}

async function listClassAttempts(
  db: Kysely<Tables>,
  id: AssignmentId,
  learners?: readonly LearnerId[],
): Promise<ClassAttempt[]> {
  if (learners?.length === 0) return [];
  const rows = await attemptsIn(db, id)
    .where('attempt.owner', 'in', (query) => {
      const all = query.selectFrom('learner').select('id');
      return learners ? all.where('id', 'in', learners) : all;
    })
    .execute();
  return rows.map(toClassAttempt);
}

/**
 * True for an attempt that takes an answer at a moment: outside classes, or in a class before its end
 * whose assignment is open, or open to this learner.
 */
export function takesAnswers(
  { eb, exists, or, selectFrom }: ExpressionBuilder<Tables, 'attempt'>,
  atMs: number,
) {
  const given = selectFrom('assignment')
    .innerJoin('class', 'class.id', 'assignment.class_id')
    .select('assignment.id')
    .whereRef('assignment.id', '=', 'attempt.assignment_id')
    .where('class.ends_at', '>', atMs);
  return or([
    eb('attempt.assignment_id', 'is', null),
    exists(
      given
        .where('closed_at', 'is', null)
        .where((own) => own.or([own('closes_at', 'is', null), own('closes_at', '>', atMs)])),
    ),
    exists(
      given
        .innerJoin('allowance', 'allowance.assignment_id', 'assignment.id')
        .whereRef('allowance.learner_id', '=', 'attempt.owner')
        .where('allowance.until', '>', atMs),
    ),
  ]);
}

/** The attempts in classes whose learners see what is right at a moment: at once, or as they take no more. */
export function showsWhatIsRight(attempt: ExpressionBuilder<Tables, 'attempt'>, atMs: number) {
  const { exists, not, or, selectFrom } = attempt;
  const isShownAtOnce = exists(
    selectFrom('assignment')
      .select('assignment.id')
      .whereRef('assignment.id', '=', 'attempt.assignment_id')
      .where('feedback', '=', 'now'),
  );
  return or([isShownAtOnce, not(takesAnswers(attempt, atMs))]);
}

/** One statement, so that no attempt is left behind by an assignment that is erased meanwhile. */
async function createClassAttempt(db: Kysely<Tables>, attempt: Attempt): Promise<boolean> {
  const row = attemptRow(attempt);
  const columns = Object.keys(row) as (keyof typeof row)[];
  const inserted = await db
    .insertInto('attempt')
    .columns(columns)
    .expression((query) =>
      query
        .selectFrom('assignment')
        .select(({ val }) => columns.map((column) => val(row[column]).as(column)))
        .where('id', '=', row.assignment_id ?? ''),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

async function listAnswersOf(
  db: Kysely<Tables>,
  attempts: readonly AttemptId[],
): Promise<Answer[]> {
  if (attempts.length === 0) return [];
  const rows = await db
    .selectFrom('answer')
    .selectAll()
    .where('attempt_id', 'in', attempts)
    .orderBy('attempt_id')
    .orderBy('answered_at')
    .orderBy('item_id')
    .execute();
  return rows.map(toAnswer);
}

function attemptsIn(db: Kysely<Tables>, id: AssignmentId) {
  return db
    .selectFrom('attempt')
    .leftJoin('answer', 'answer.attempt_id', 'attempt.id')
    .selectAll('attempt')
    .select(({ fn }) => [
      fn.count('answer.item_id').as('answered'),
      fn.max('answer.answered_at').as('last_at'),
    ])
    .where('attempt.assignment_id', '=', id)
    .groupBy('attempt.id')
    .orderBy('attempt.owner')
    .orderBy('attempt.attempt_no');
}

function toClassAttempt(
  row: Parameters<typeof toAttempt>[0] & {
    answered: number | string | bigint;
    last_at: number | null;
  },
): ClassAttempt {
  const attempt = toAttempt(row);
  return {
    attempt,
    answered: Number(row.answered),
    lastAt: row.last_at ?? attempt.startedAt,
  };
}
