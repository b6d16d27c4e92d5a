import { isConfident } from '../../quiz/certainty.ts';
import { seededRandom, shuffle } from '../../quiz/draw.ts';
import type { ItemHistory } from './reading-history.ts';
import { isReview } from './review-attempt.ts';

/** Milliseconds for which a question that was asked again rests: twelve hours. */
const restMs = 12 * 60 * 60 * 1000;

/** An item whose latest answer was not fully right. */
export interface Miss extends ItemHistory {
  /** True where the latest answer was given with confidence. */
  readonly isConfident: boolean;
  /** True where it has just been asked again, and is not yet to be asked once more. */
  readonly isResting: boolean;
}

/**
 * What is still missed: confident errors first, then the others, each in an order that is new after
 * every answer.
 */
export function listMisses(histories: readonly ItemHistory[], now: number): Miss[] {
  const misses = histories
    .filter(({ latest }) => !latest.correct)
    .map((history) => ({
      ...history,
      isConfident: isConfident(history.latest.certainty),
      isResting: isReview(history.latest) && now - history.latest.answeredAt < restMs,
    }));
  const newest = Math.max(0, ...histories.map(({ latest }) => latest.answeredAt));
  const drawn = shuffle(misses, seededRandom(String(newest)));
  return [
    ...drawn.filter((miss) => miss.isConfident),
    ...drawn.filter((miss) => !miss.isConfident),
  ];
}
