/** The score of one response (QTI: outcome variables SCORE and MAXSCORE). */
export interface Outcome {
  /** From 0 to {@link Outcome.maxPoints}, finite, never negative. */
  readonly points: number;
  /** Whole number from 1. */
  readonly maxPoints: number;
  /** True only for a full answer: `points === maxPoints`. */
  readonly correct: boolean;
}

/** Makes an outcome from a share of the maximum, held within 0 and 1. */
export function outcomeOf(share: number, maxPoints = 1): Outcome {
  const held = Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0;
  return { points: held * maxPoints, maxPoints, correct: held === 1 };
}

/** The three ways an answer is spoken of: `right` (full), `partly` (some points), `wrong` (none). */
export type Grade = 'right' | 'partly' | 'wrong';

/** Says which {@link Grade} an outcome is. */
export function gradeOf(outcome: Outcome): Grade {
  if (outcome.correct) return 'right';
  return outcome.points > 0 ? 'partly' : 'wrong';
}
