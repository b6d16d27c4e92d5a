import type { ItemId, LearnerId } from '../../quiz/ids.ts';
import { gradeOf, type Grade } from '../../quiz/outcome.ts';
import type { AttemptStatus } from '../../quiz/grade.ts';
import type { Side } from '../../quiz/side-of.ts';
import { attemptCertainty } from './attempt-certainty.ts';
import type { GradedAttempt, GradedResponse } from './graded-attempt.ts';
import type { GradedLearner } from './read-results.ts';

/**
 * An item in a learner's row: `corrected` where only a correction gives it full points, `none` where it
 * was not asked, or its item was dropped.
 */
export type Mark = Grade | 'corrected' | 'unanswered' | 'none';

/** A learner's row of the table of a class. */
export interface PupilRow {
  readonly id: LearnerId;
  readonly name: string;
  readonly status: AttemptStatus | 'not_started';
  /** The number of the attempt that counts; null where none does, or the mean of several. */
  readonly countedNo: number | null;
  /** Null where nothing counts yet. */
  readonly grade: {
    readonly points: number;
    readonly maxPoints: number;
    readonly percent: number;
  } | null;
  /** Mean claimed less mean right, −1 to 1; null where too few answers have a certainty. */
  readonly bias: { readonly side: Side; readonly value: number } | null;
  /** In the order of the assignment. */
  readonly marks: readonly Mark[];
}

/** The attempt that a learner's row shows: the one that counts, or else the last. */
export function shownAttempt({ attempts, grade }: GradedLearner): GradedAttempt | null {
  return grade?.counted ?? attempts.at(-1) ?? null;
}

/** A learner's row. */
export function pupilRow(
  graded: GradedLearner,
  name: string,
  itemIds: readonly ItemId[],
): PupilRow {
  const { learner, grade } = graded;
  const attempt = shownAttempt(graded);
  const calibration = attempt && attemptCertainty(attempt);
  const responseOf = new Map(attempt?.responses.map((each) => [each.itemId, each]));
  return {
    id: learner.id,
    name,
    status: attempt?.status ?? 'not_started',
    countedNo: grade?.counted?.attemptNo ?? null,
    grade: grade && {
      points: grade.points,
      maxPoints: grade.maxPoints,
      percent: grade.percent,
    },
    bias: calibration && { side: calibration.side, value: calibration.bias },
    marks: itemIds.map((id) => markOf(responseOf.get(id))),
  };
}

/** What an item came to in an attempt. */
export function markOf(response: Pick<GradedResponse, 'answer' | 'outcome'> | undefined): Mark {
  if (!response?.outcome) return 'none';
  const { answer, outcome } = response;
  if (!answer) return 'unanswered';
  return outcome.correct && !answer.correct ? 'corrected' : gradeOf(outcome);
}
