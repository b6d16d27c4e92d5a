import type { Reported } from './dialect.ts';

/** What an attempt has come to. */
interface Reached {
  readonly points: number;
  readonly maxPoints: number;
  readonly isFinished: boolean;
  /** Null where no mark is set. */
  readonly isPassed: boolean | null;
}

/**
 * What to tell an LMS that knows `known`, now that an attempt has come so far: never less than it knows.
 * Where there is a mark, no score is told before the end: by it an LMS would fail an attempt that is not
 * finished yet, also one that keeps its mark to itself.
 */
export function raiseReported(known: Reported, reached: Reached): Reported {
  const { isFinished, isPassed, maxPoints, points } = reached;
  // Rounded down, so that no score reaches a mark by being rounded.
  const percent = Math.floor((points / maxPoints) * 10_000 + 1e-6) / 100;
  const isTold = isFinished || isPassed === null;
  return {
    score: isTold ? Math.max(known.score ?? 0, percent) : known.score,
    isCompleted: known.isCompleted || isFinished,
    success: isFinished ? bestOf(known, isPassed) : known.success,
  };
}

/** What was completed and not judged does not fail later. */
function bestOf(known: Reported, isPassed: boolean | null): Reported['success'] {
  if (known.success === 'passed' || isPassed === true) return 'passed';
  return isPassed === null || (known.isCompleted && known.success === null)
    ? known.success
    : 'failed';
}
