import type { AssignmentId, ItemId } from './ids.ts';
import { foldedName } from './learner.ts';
import type { Outcome } from './outcome.ts';

/** What is done about an item that was found faulty after use. */
export type RescoreKind =
  /** One more answer counts as fully right. */
  | 'accept'
  /** The item counts neither for nor against anybody. */
  | 'drop'
  /** Every answer to it counts as fully right. */
  | 'full-marks';

/** A correction of the scores of one assignment; answers themselves are never changed. */
export interface Rescore {
  readonly id: string;
  readonly assignmentId: AssignmentId;
  readonly itemId: ItemId;
  readonly kind: RescoreKind;
  /** With `accept`: the response that counts as right, as data files write it; otherwise null. */
  readonly accepted: string | null;
  /** In the instructor's words: learners and exports see it. */
  readonly reason: string;
  /** Milliseconds since 1970, UTC. */
  readonly createdAt: number;
  /** When it was taken back; null while it holds. */
  readonly withdrawnAt: number | null;
}

/**
 * An answer's outcome after the corrections that hold; `null` where the item was dropped. Case and
 * blanks of an accepted answer make no difference, as where answers are counted.
 */
export function rescoredOutcome(
  rescores: readonly Rescore[],
  itemId: ItemId,
  /** The response as data files write it; null where the item was not answered. */
  written: string | null,
  outcome: Outcome,
): Outcome | null {
  const holding = rescores.filter((each) => each.itemId === itemId && each.withdrawnAt === null);
  if (holding.some(({ kind }) => kind === 'drop')) return null;
  const isAccepted = ({ kind, accepted }: Rescore) =>
    kind === 'full-marks' ||
    (accepted !== null && foldedName(accepted) === foldedName(written ?? ''));
  const isFull = written !== null && holding.some(isAccepted);
  const { maxPoints } = outcome;
  return isFull ? { points: maxPoints, maxPoints, correct: true } : outcome;
}
