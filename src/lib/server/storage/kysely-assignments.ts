import type { Kysely } from 'kysely';
import type { AssignmentId } from '../../quiz/ids.ts';
import {
  allowanceRow,
  assignmentRow,
  rescoreRow,
  toAllowance,
  toAssignment,
  toRescore,
  toVote,
  voteRow,
} from './class-rows.ts';
import type { ClassStore } from './class-store.ts';
import { storedJson, storedText } from './stored-text.ts';
import type { Tables } from './tables.ts';

/** What a class is given to do, and what its instructor decides about it. */
export type Assignments = Pick<
  ClassStore,
  | 'createAssignment'
  | 'findAssignment'
  | 'listAssignments'
  | 'updateAssignment'
  | 'closeAssignment'
  | 'setAllowance'
  | 'findAllowance'
  | 'listAllowances'
  | 'addRescore'
  | 'withdrawRescore'
  | 'listRescores'
  | 'insertVote'
  | 'listVotes'
  | 'countVotes'
>;

/** {@link Assignments} on any database that Kysely speaks to. */
export function kyselyAssignments(db: Kysely<Tables>): Assignments {
  return {
    async createAssignment(assignment) {
      await db.insertInto('assignment').values(assignmentRow(assignment)).execute();
    },
    async findAssignment(id, atMs = 0) {
      const row = await db
        .selectFrom('assignment')
        .innerJoin('class', 'class.id', 'assignment.class_id')
        .selectAll('assignment')
        .where('assignment.id', '=', id)
        .where('class.ends_at', '>', atMs)
        .executeTakeFirst();
      return row ? toAssignment(row) : null;
    },
    async listAssignments(id) {
      const rows = await db
        .selectFrom('assignment')
        .selectAll()
        .where('class_id', '=', id)
        .orderBy('opened_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(toAssignment);
    },
    updateAssignment: (id, changes) => updateAssignment(db, id, changes),
    closeAssignment: (id, nowMs) =>
      db.transaction().execute(async (trx) => {
        await updateAssignment(trx, id, { closedAt: nowMs });
        const granted = trx.updateTable('allowance').set({ until: null });
        await granted.where('assignment_id', '=', id).execute();
      }),
    ...allowances(db),
    ...rescores(db),
    ...votes(db),
  };
}

function allowances(
  db: Kysely<Tables>,
): Pick<Assignments, 'setAllowance' | 'findAllowance' | 'listAllowances'> {
  return {
    async setAllowance(allowance) {
      const { extraAttempts, until } = allowance;
      const row = allowanceRow({ extraAttempts: 0, until: null, ...allowance });
      const changes = {
        ...(extraAttempts !== undefined && { extra_attempts: extraAttempts }),
        ...(until !== undefined && { until }),
      };
      await db
        .insertInto('allowance')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['assignment_id', 'learner_id']).doUpdateSet(changes),
        )
        .execute();
    },
    async findAllowance(id, learner) {
      const found = db.selectFrom('allowance').selectAll().where('assignment_id', '=', id);
      const row = await found.where('learner_id', '=', learner).executeTakeFirst();
      return row ? toAllowance(row) : null;
    },
    async listAllowances(id) {
      const rows = await db
        .selectFrom('allowance')
        .selectAll()
        .where('assignment_id', '=', id)
        .execute();
      return rows.map(toAllowance);
    },
  };
}

function rescores(
  db: Kysely<Tables>,
): Pick<Assignments, 'addRescore' | 'withdrawRescore' | 'listRescores'> {
  return {
    async addRescore(rescore) {
      await db.insertInto('rescore').values(rescoreRow(rescore)).execute();
    },
    async withdrawRescore(id, assignmentId, nowMs) {
      const changed = await db
        .updateTable('rescore')
        .set({ withdrawn_at: nowMs })
        .where('id', '=', id)
        .where('assignment_id', '=', assignmentId)
        .where('withdrawn_at', 'is', null)
        .executeTakeFirst();
      return changed.numUpdatedRows > 0n;
    },
    async listRescores(id) {
      const rows = await db
        .selectFrom('rescore')
        .selectAll()
        .where('assignment_id', '=', id)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(toRescore);
    },
  };
}

function votes(db: Kysely<Tables>): Pick<Assignments, 'insertVote' | 'listVotes' | 'countVotes'> {
  return {
    async insertVote(vote) {
      const inserted = await db
        .insertInto('vote')
        .values(voteRow(vote))
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return inserted.numInsertedOrUpdatedRows === 1n;
    },
    async listVotes(id, itemId) {
      const rows = await db
        .selectFrom('vote')
        .selectAll()
        .where('assignment_id', '=', id)
        .where('item_id', '=', itemId)
        .orderBy('round')
        .orderBy('learner_id')
        .execute();
      return rows.map(toVote);
    },
    async countVotes(id, learner) {
      const found = db
        .selectFrom('vote')
        .innerJoin('assignment', 'assignment.id', 'vote.assignment_id')
        .select(({ fn }) => fn.countAll().as('n'))
        .where('assignment.class_id', '=', id);
      const own = learner === undefined ? found : found.where('vote.learner_id', '=', learner);
      return Number((await own.executeTakeFirstOrThrow()).n);
    },
  };
}

async function updateAssignment(
  db: Kysely<Tables>,
  id: AssignmentId,
  given: Parameters<ClassStore['updateAssignment']>[1],
): Promise<void> {
  const { title, feedback, attemptsAllowed, certainty, attemptRule } = given;
  const { passPercent, closesAt, closedAt, shown } = given;
  const changes = {
    ...(title !== undefined && { title: storedText(title) }),
    ...(feedback !== undefined && { feedback }),
    ...(attemptsAllowed !== undefined && { attempts_allowed: attemptsAllowed }),
    ...(certainty !== undefined && { certainty }),
    ...(attemptRule !== undefined && { attempt_rule: attemptRule }),
    ...(passPercent !== undefined && { pass_percent: passPercent }),
    ...(closesAt !== undefined && { closes_at: closesAt }),
    ...(closedAt !== undefined && { closed_at: closedAt }),
    ...(shown !== undefined && { shown: shown && storedJson(shown) }),
  };
  if (Object.keys(changes).length === 0) return;
  await db.updateTable('assignment').set(changes).where('id', '=', id).execute();
}
