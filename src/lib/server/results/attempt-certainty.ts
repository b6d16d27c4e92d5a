import { calibrationOf, type Calibration } from '../../quiz/calibration.ts';
import type { GradedAttempt } from './graded-attempt.ts';

/** Answers with a certainty from which on a learner's is spoken of. */
const leastForBias = 5;

/** How a learner's certainty goes with being right in an attempt; null where too few answers have one. */
export function attemptCertainty({ responses }: GradedAttempt): Calibration | null {
  const calibration = calibrationOf(
    responses.flatMap(({ answer, judged }) => {
      const { certainty = null, chance = null } = answer ?? {};
      return certainty === null || chance === null || !judged
        ? []
        : [{ certainty, chance, correct: judged.correct }];
    }),
  );
  return calibration && calibration.n >= leastForBias ? calibration : null;
}
