import { countingAttempts } from '../../../quiz/grade.ts';
import type { AttemptsRow } from '../../../formats/results/attempts.ts';
import type { GradedLearner } from '../../results/read-results.ts';
import type { ExportedAssignment } from '../export-job.ts';
import { modeOf, secondsBetween, statusWords, versionAsked } from './words.ts';

/** The rows of `attempts.csv` for a learner. */
export function attemptRows(
  { assignment }: ExportedAssignment,
  graded: GradedLearner,
): AttemptsRow[] {
  const counted = countedAttempts(assignment.attemptRule === 'mean', graded);
  return graded.attempts.map((each) => ({
    attempt_id: each.attempt.id,
    learner_id: graded.learner.id,
    attempt_no: each.attemptNo,
    counted: counted.has(each.attempt.id),
    mode: modeOf(assignment),
    status: statusWords[each.status],
    started_at: each.attempt.startedAt,
    submitted_at: each.submittedAt,
    duration_s: secondsBetween(each.attempt.startedAt, each.submittedAt),
    points: each.points,
    max_points: each.maxPoints,
    percent: each.percent,
    cbm_points: each.certaintyMarks,
    seed: each.attempt.seed,
    bank_version: versionAsked(each),
    client_tz: each.attempt.inClass?.clientTz ?? null,
  }));
}

/** The ids of the attempts that the grade rests on: several only where their mean counts. */
export function countedAttempts(isMean: boolean, { attempts, grade }: GradedLearner): Set<string> {
  const counting = isMean ? countingAttempts(attempts) : [grade?.counted];
  return new Set(counting.flatMap((each) => each?.attempt.id ?? []));
}
