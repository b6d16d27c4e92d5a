import type { LearnerId } from '../../quiz/ids.ts';
import type { Assignment } from '../../quiz/assignment.ts';
import { pointsText } from '../../quiz/results.ts';
import type { DeliveryState } from '../storage/delivery-store.ts';
import type { LtiContext } from './lti-context.ts';
import { scoredBy, scoreKey } from './score-key.ts';

/** What became of a learner’s score. */
export interface ScoreLine {
  readonly learnerId: LearnerId;
  readonly name: string;
  readonly state: DeliveryState;
  /** As the platform has taken it; null where it has not. */
  readonly sent: { readonly points: string; readonly maxPoints: string } | null;
  readonly tries: number;
  /** Milliseconds since 1970, UTC; null where it was never tried. */
  readonly triedAt: number | null;
  /** What the platform said last, as it said it. */
  readonly answer: string | null;
}

/** What became of an assignment’s scores. */
export interface ScoreLog {
  /** By name. */
  readonly lines: readonly ScoreLine[];
  /** How many were not delivered. */
  readonly open: number;
}

/** Lines that a log has at most. */
const mostLines = 10_000;

type Context = Pick<LtiContext, 'deliveries' | 'store'>;

/** Lists what became of the scores of an assignment. */
export async function listScoreLog(
  { deliveries, store }: Context,
  { classId, id }: Pick<Assignment, 'classId' | 'id'>,
): Promise<ScoreLog> {
  const all = await deliveries.list({ kind: 'lti-score', classId }, mostLines);
  const learners = await store.classes.listLearners(classId);
  const nameOf = new Map(learners.map(({ displayName, id: learner }) => [learner, displayName]));
  const sentOf = new Map((await store.lti.listScores(id)).map((each) => [each.learnerId, each]));
  const lines = all.flatMap(({ answer, key, state, tries, triedAt }): ScoreLine[] => {
    const { assignmentId, learnerId } = scoredBy(key);
    const name = nameOf.get(learnerId as LearnerId);
    if (assignmentId !== id || name === undefined) return [];
    const sent = sentOf.get(learnerId as LearnerId);
    const score =
      sent?.points != null && sent.maxPoints != null
        ? { points: pointsText(sent.points), maxPoints: pointsText(sent.maxPoints) }
        : null;
    return [
      { learnerId: learnerId as LearnerId, name, state, sent: score, tries, triedAt, answer },
    ];
  });
  const order = new Map(learners.map(({ id: learner }, index) => [learner, index]));
  return {
    lines: lines.toSorted(
      (one, other) => (order.get(one.learnerId) ?? 0) - (order.get(other.learnerId) ?? 0),
    ),
    open: lines.filter(({ state }) => state === 'waiting' || state === 'refused').length,
  };
}

/**
 * Has the score of one learner sent again, or of all whose was not delivered where none is named; gives
 * how many.
 */
export async function resendScores(
  context: Context,
  assignment: Pick<Assignment, 'classId' | 'id'>,
  learnerId: string | null,
): Promise<number> {
  const { lines } = await listScoreLog(context, assignment);
  const meant = lines.filter(({ learnerId: id, state }) =>
    learnerId === null ? state !== 'delivered' : id === learnerId,
  );
  for (const line of meant) {
    const key = scoreKey(assignment.id, line.learnerId);
    await context.deliveries.resend({ kind: 'lti-score', key });
  }
  return meant.length;
}
