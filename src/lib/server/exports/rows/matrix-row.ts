import type { MatrixRow } from '../../../formats/results/matrix.ts';
import { firstCompleted, type GradedLearner } from '../../results/read-results.ts';
import type { ExportedAssignment } from '../export-job.ts';
import { itemKey } from './words.ts';

/** The row of `matrix.csv` for a learner; none without a completed attempt. */
export function matrixRows({ assignment }: ExportedAssignment, graded: GradedLearner): MatrixRow[] {
  const attempt = firstCompleted(graded);
  if (!attempt) return [];
  const scores = attempt.responses.map(({ itemId, judged }) => [
    itemKey(assignment.bankId, itemId),
    judged && judged.points / judged.maxPoints,
  ]);
  return [{ learner_id: graded.learner.id, ...Object.fromEntries(scores) } as MatrixRow];
}
