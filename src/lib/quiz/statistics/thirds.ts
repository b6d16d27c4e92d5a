import type { Values } from './moments.ts';
import { tiedScores } from './tied-scores.ts';

/** The third of a class that a score belongs to. */
export type Third = 'lower' | 'middle' | 'upper';

/**
 * The third of each score, by its mean rank. Equal scores stay together, so thirds may differ in size,
 * and where all are equal everybody is in the middle.
 */
export function thirdsOf(scores: Values): Third[] {
  const tied = tiedScores(scores);
  const sorted = tied.toSorted();
  const thirds = new Map<number, Third>();
  for (let from = 0; from < sorted.length;) {
    const score = sorted[from] ?? NaN;
    let to = from + 1;
    while (to < sorted.length && sorted[to] === score) to += 1;
    thirds.set(score, thirdAt(from + to, sorted.length));
    from = to;
  }
  return Array.from(tied, (score) => thirds.get(score) ?? 'middle');
}

/** `twice` is twice the number of learners up to the middle of a tie. */
function thirdAt(twice: number, n: number): Third {
  if (3 * twice < 2 * n) return 'lower';
  return 3 * twice > 4 * n ? 'upper' : 'middle';
}
