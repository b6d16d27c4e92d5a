import type { Assignment } from '../../quiz/assignment.ts';
import { isAssignmentId, isLearnerId, type LearnerId } from '../../quiz/ids.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { itemsOf } from '../classes/led-class.ts';
import type { Sent } from '../deliveries/sent.ts';
import { readResults } from '../results/read-results.ts';
import type { ScoreTarget } from '../storage/lti-store.ts';
import { askService, type ServiceAnswer, type ServiceContext } from './ask-service.ts';
import { findLineItem, isLookedUp, scoresAddress } from './line-item.ts';
import { scoredBy } from './score-key.ts';
import { scopes } from './scopes.ts';

/** What sending scores needs. */
export type ScoreContext = ServiceContext & Pick<AttemptContext, 'library' | 'store'>;

const pointless = (reason: string): Sent => ({ kind: 'pointless', reason });

/**
 * Sends the score that a learner has at this moment, by the assignment’s rule and corrections (AGS 2.0,
 * 3.4). Nobody else’s than a learner’s is sent.
 */
export async function postScore(
  context: ScoreContext,
  key: string,
  signal: AbortSignal,
): Promise<Sent> {
  const { assignmentId, learnerId } = scoredBy(key);
  if (!isAssignmentId(assignmentId) || !isLearnerId(learnerId)) return pointless('It is no score.');
  const target = await context.store.lti.findScoreTarget(assignmentId, learnerId);
  const assignment = await context.store.classes.findAssignment(assignmentId, context.now());
  if (!target || !assignment) return pointless('The learner or the assignment is gone.');
  if (!target.isGradable) return pointless('The platform grades learners only.');
  if (!target.link.scopes.includes(scopes.score)) {
    return pointless('The platform takes no scores for this link.');
  }
  const grade = await findGrade(context, assignment, learnerId);
  if (!grade) return pointless('Nothing counts yet.');
  const lineItem = await resolveLineItem(context, assignment, target, signal);
  if (lineItem.kind === 'failed') return lineItem.sent;
  const stampedAt = await context.store.lti.stampScore(assignmentId, learnerId, context.now());
  const answer = await askService(
    context,
    target.platform,
    [scopes.score],
    scoresAddress(lineItem.address),
    {
      method: 'POST',
      headers: { 'content-type': 'application/vnd.ims.lis.v1.score+json' },
      body: JSON.stringify(scoreOf(target, grade, stampedAt)),
      signal,
    },
  );
  if (answer.kind === 'failed') return settleRefusal(context, target, answer);
  await context.store.lti.noteScore(assignmentId, { learnerId, ...grade });
  const { status } = answer.response;
  return { kind: 'delivered', answer: `${status}: ${grade.points} of ${grade.maxPoints}` };
}

/** Points and their most, as they are told. */
export interface TaughtScore {
  readonly points: number;
  readonly maxPoints: number;
}

async function findGrade(
  context: ScoreContext,
  assignment: Assignment,
  learnerId: LearnerId,
): Promise<TaughtScore | null> {
  const learner = await context.store.classes.findLearner(learnerId);
  if (!learner) return null;
  const classroom = { id: assignment.classId };
  const led = { classroom, assignment, items: itemsOf(context, assignment) };
  for await (const { grade } of readResults(context, led, { only: [learner] })) {
    return grade && { points: rounded(grade.points), maxPoints: rounded(grade.maxPoints) };
  }
  return null;
}

/** Thirds and sixths of points, without what adding them leaves behind. */
function rounded(points: number): number {
  return Math.round(points * 1e6) / 1e6;
}

async function resolveLineItem(
  context: ScoreContext,
  { bankId, title }: Assignment,
  target: ScoreTarget,
  signal: AbortSignal,
) {
  const { link } = target;
  if (link.lineItem !== null) return { kind: 'found', address: link.lineItem } as const;
  const found = await findLineItem(context, target, { label: title, resourceId: bankId }, signal);
  if (found.kind === 'found') {
    await context.store.lti.noteGrading(link, { ...link, lineItem: found.address });
  }
  return found;
}

function scoreOf({ subject }: ScoreTarget, { maxPoints, points }: TaughtScore, stampedAt: number) {
  return {
    userId: subject,
    scoreGiven: points,
    scoreMaximum: maxPoints,
    activityProgress: 'Completed',
    gradingProgress: 'FullyGraded',
    timestamp: new Date(stampedAt).toISOString(),
  };
}

/** Statuses by which a platform says that a column is gone. */
const gone = new Set([404, 410]);

/**
 * Refusals that are mended at the platform, and not in the score. 409: one as new is there (Moodle); the
 * next try bears a later moment.
 */
const mendable = new Set([401, 402, 403, 405, 407, 409, 421]);

/** What a refusal means for the score. A column that is gone is looked up, or made, with the next try. */
async function settleRefusal(
  context: ScoreContext,
  { link }: ScoreTarget,
  { sent, status }: Extract<ServiceAnswer, { kind: 'failed' }>,
): Promise<Sent> {
  if (status === null || !('reason' in sent)) return sent;
  const isGone = gone.has(status) && isLookedUp(link);
  if (isGone) await context.store.lti.noteGrading(link, { ...link, lineItem: null });
  const isElsewhere = status >= 300 && status < 400;
  if (!isGone && !isElsewhere && !mendable.has(status)) return sent;
  return { kind: 'later', reason: sent.reason, isOwn: true };
}
