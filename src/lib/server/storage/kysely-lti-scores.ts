import type { Kysely } from 'kysely';
import type { AttemptRule } from '../../quiz/assignment.ts';
import type { AssignmentId, AttemptId, ClassId, LearnerId } from '../../quiz/ids.ts';
import { gradeState, toLink, toPlatform } from './lti-rows.ts';
import type { GradedLink, ScoreStore, ScoreTarget } from './lti-store.ts';
import type { Tables } from './tables.ts';

/** {@link ScoreStore} on any database that Kysely speaks to. */
export function kyselyLtiScores(db: Kysely<Tables>): ScoreStore {
  return {
    findScoreTarget: (id, learner) => findScoreTarget(db, id, learner),
    stampScore: (id, learner, nowMs) => stampScore(db, id, learner, nowMs),
    async noteScore(id, { learnerId, maxPoints, points }) {
      await db
        .updateTable('lti_score')
        .set({ points, max_points: maxPoints })
        .where('assignment_id', '=', id)
        .where('learner_id', '=', learnerId)
        .execute();
    },
    async listScores(id) {
      const found = db.selectFrom('lti_score').selectAll().where('assignment_id', '=', id);
      const rows = await found.orderBy('learner_id').execute();
      return rows.map(({ learner_id, max_points, points }) => ({
        learnerId: learner_id as LearnerId,
        points,
        maxPoints: max_points,
      }));
    },
    listGradedLinks: () => listGradedLinks(db),
    async noteGradedBy(id, gradedBy) {
      await db
        .updateTable('lti_link')
        .set({ graded_by: gradedBy })
        .where('assignment_id', '=', id)
        .execute();
    },
    listScored: (id) => listScored(db, id),
  };
}

async function findScoreTarget(
  db: Kysely<Tables>,
  id: AssignmentId,
  learner: LearnerId,
): Promise<ScoreTarget | null> {
  const user = await db
    .selectFrom('lti_user')
    .selectAll()
    .where('learner_id', '=', learner)
    .executeTakeFirst();
  if (!user) return null;
  const link = await db
    .selectFrom('lti_link')
    .selectAll()
    .where('assignment_id', '=', id)
    .where('platform_id', '=', user.platform_id)
    .where('deployment_id', '=', user.deployment_id)
    .executeTakeFirst();
  const platform = await db
    .selectFrom('lti_platform')
    .selectAll()
    .where('id', '=', user.platform_id)
    .executeTakeFirst();
  if (!link || !platform) return null;
  return {
    platform: toPlatform(platform),
    link: toLink(link),
    classId: user.class_id as ClassId,
    subject: user.subject,
    isGradable: user.gradable === 1,
  };
}

/** What lies between two stamps at least, in milliseconds: Moodle keeps whole seconds. */
const stampGapMs = 1000;

async function stampScore(
  db: Kysely<Tables>,
  id: AssignmentId,
  learner: LearnerId,
  nowMs: number,
): Promise<number> {
  const row = await db
    .insertInto('lti_score')
    .values({
      assignment_id: id,
      learner_id: learner,
      stamped_at: nowMs,
      points: null,
      max_points: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['assignment_id', 'learner_id']).doUpdateSet(({ eb }) => ({
        stamped_at: eb
          .case()
          .when('lti_score.stamped_at', '>', nowMs - stampGapMs)
          .then(eb('lti_score.stamped_at', '+', stampGapMs))
          .else(nowMs)
          .end(),
      })),
    )
    .returning('stamped_at')
    .executeTakeFirstOrThrow();
  return row.stamped_at;
}

async function listGradedLinks(db: Kysely<Tables>): Promise<GradedLink[]> {
  const rows = await db
    .selectFrom('lti_link')
    .innerJoin('assignment', 'assignment.id', 'lti_link.assignment_id')
    .leftJoin('rescore', 'rescore.assignment_id', 'assignment.id')
    .select(({ fn }) => [
      'assignment.id',
      'assignment.class_id',
      'lti_link.platform_id',
      'lti_link.graded_by',
      'assignment.attempt_rule',
      'assignment.closed_at',
      'assignment.closes_at',
      fn.count('rescore.id').as('rescores'),
      fn.count('rescore.withdrawn_at').as('withdrawn'),
    ])
    .where(({ eb, or }) => or([eb('line_item', 'is not', null), eb('line_items', 'is not', null)]))
    .groupBy([
      'assignment.id',
      'lti_link.platform_id',
      'lti_link.deployment_id',
      'lti_link.link_id',
      'lti_link.graded_by',
    ])
    .execute();
  return rows.map((row) => ({
    assignmentId: row.id as AssignmentId,
    platformId: row.platform_id,
    classId: row.class_id as ClassId,
    closesAt: row.closes_at,
    state: gradeState(
      { attemptRule: row.attempt_rule as AttemptRule, closedAt: row.closed_at },
      Number(row.rescores),
      Number(row.withdrawn),
    ),
    gradedBy: row.graded_by,
  }));
}

async function listScored(
  db: Kysely<Tables>,
  id: AssignmentId,
): ReturnType<ScoreStore['listScored']> {
  const rows = await db
    .selectFrom('lti_user')
    .innerJoin('attempt', 'attempt.owner', 'lti_user.learner_id')
    .select(({ fn }) => ['learner_id', fn.max('attempt.id').as('attempt_id')])
    .where('gradable', '=', 1)
    .where('attempt.assignment_id', '=', id)
    .groupBy('learner_id')
    .orderBy('learner_id')
    .execute();
  return rows.map(({ attempt_id, learner_id }) => ({
    learnerId: learner_id as LearnerId,
    attemptId: attempt_id as AttemptId,
  }));
}
