import { resultLine, type StoredResponse } from '../../../formats/jsonl/results-jsonl.ts';
import { rulesFor } from '../../../item-types/rules.ts';
import type { Rescore } from '../../../quiz/rescore.ts';
import type { GradedAttempt, GradedResponse } from '../../results/graded-attempt.ts';
import type { GradedLearner } from '../../results/read-results.ts';
import type { ExportedAssignment } from '../export-job.ts';
import { countedAttempts } from './attempt-row.ts';
import {
  itemKey,
  itemVersion,
  modeOf,
  responseId,
  responseStatus,
  statusWords,
  versionAsked,
} from './words.ts';

/** The lines of `results.jsonl` for a learner. */
export function resultLines(
  exported: ExportedAssignment,
  rescores: readonly Rescore[],
  graded: GradedLearner,
): string {
  const counted = countedAttempts(exported.assignment.attemptRule === 'mean', graded);
  return graded.attempts
    .flatMap((attempt) => {
      const isCounted = counted.has(attempt.attempt.id);
      return attempt.responses.map((response) =>
        resultLine({
          ...whose(exported, graded, attempt, isCounted),
          ...whatOf(exported, attempt, response),
          ...marksOf(attempt, response, rescores),
        }),
      );
    })
    .join('');
}

function whose(
  { classroom, assignment }: ExportedAssignment,
  { learner }: GradedLearner,
  graded: GradedAttempt,
  counted: boolean,
) {
  const { attempt } = graded;
  return {
    learner,
    classId: classroom.id,
    bankId: assignment.bankId,
    bankVersion: versionAsked(graded),
    attempt: {
      id: attempt.id,
      number: graded.attemptNo,
      mode: modeOf(assignment),
      status: statusWords[graded.status],
      counted,
      seed: attempt.seed,
      startedAt: attempt.startedAt,
      submittedAt: graded.submittedAt,
    },
  };
}

function whatOf(
  { assignment, inWords }: ExportedAssignment,
  graded: GradedAttempt,
  response: GradedResponse,
) {
  const { answer, item, itemId, position } = response;
  const order = item ? rulesFor(item).tabled.order(item, graded.attempt.seed) : '';
  return {
    responseId: responseId(graded.attempt.id, itemId),
    item: {
      id: itemKey(assignment.bankId, itemId),
      version: itemVersion(response) ?? 0,
      type: item?.type ?? '',
    },
    position,
    status: responseStatus(graded, response),
    response: answer?.response ?? null,
    responseLabel: answer?.inWords?.given ?? null,
    correctResponse: answer?.inWords?.right ?? inWords.get(itemId)?.answer ?? null,
    certainty: answer?.certainty ?? null,
    chance: answer?.chance ?? (item ? rulesFor(item).chance(item) : null),
    optionOrder: order === '' ? null : order.split('|'),
    answeredAt: answer?.answeredAt ?? null,
  };
}

/** What was earned, and what it came to by a correction that changed it. */
function marksOf(
  { status }: GradedAttempt,
  { answer, item, itemId, outcome }: GradedResponse,
  rescores: readonly Rescore[],
): Pick<StoredResponse, 'original' | 'rescored'> {
  if (status === 'in_progress' && !answer) return { original: null, rescored: null };
  const maxPoints = answer?.maxPoints ?? (item ? rulesFor(item).tabled.maxPoints : 0);
  const original = { points: answer?.points ?? 0, maxPoints };
  const now = outcome ?? { points: 0, maxPoints: 0 };
  const last = rescores.findLast((each) => each.itemId === itemId && each.withdrawnAt === null);
  const isChanged = now.points !== original.points || now.maxPoints !== original.maxPoints;
  return {
    original,
    rescored:
      last && isChanged
        ? { points: now.points, maxPoints: now.maxPoints, reason: last.reason, at: last.createdAt }
        : null,
  };
}
