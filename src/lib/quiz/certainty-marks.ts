import type { Certainty } from './certainty.ts';
import type { Outcome } from './outcome.ts';

/** How an attempt is marked: by points alone, or by certainty as well. */
export type Marking = 'plain' | 'certainty';

/** A level of certainty-based marking. */
export type CertaintyLevel = 1 | 2 | 3;

const levels: Readonly<Record<Certainty, CertaintyLevel>> = {
  guessing: 1,
  60: 1,
  75: 2,
  90: 3,
  99: 3,
};

/** The marks of each level (Gardner-Medwin 1995): honesty pays best, since they cross at 2/3 and 0.8. */
export const levelMarks: Readonly<Record<CertaintyLevel, { right: number; wrong: number }>> = {
  1: { right: 1, wrong: 0 },
  2: { right: 2, wrong: -2 },
  3: { right: 3, wrong: -6 },
};

/** The level of a certainty; an answer without one is marked at level 1, where nothing can be lost. */
function levelOf(certainty: Certainty | null): CertaintyLevel {
  return certainty === null ? 1 : levels[certainty];
}

/**
 * The certainty mark of an answer, −6 to 3. An answer that is right in part earns that part of what a
 * right one would (as Moodle marks it); one without any point counts as wrong.
 */
export function certaintyMark({ points, maxPoints }: Outcome, certainty: Certainty | null): number {
  const { right, wrong } = levelMarks[levelOf(certainty)];
  return points > 0 ? (right * points) / maxPoints : wrong;
}
