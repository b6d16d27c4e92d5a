import type { AttemptId, BankId, OwnerId } from '../../quiz/ids.ts';
import { explainerOf } from '../explainers/inline-attempt.ts';
import { isReview } from '../record/review-attempt.ts';
import type { Attempt } from '../storage/store.ts';
import type { AttemptContext } from './context.ts';

/**
 * A whole quiz, its missed questions again, or one question: inside an explainer, or asked again from
 * the record.
 */
export type AttemptKind = 'quiz' | 'retry' | 'inline' | 'review';

/** An attempt as its owner sees it in a list. */
export interface ListedAttempt {
  readonly id: AttemptId;
  readonly bankId: BankId;
  /** The bank's title, or its id where it is no longer served. */
  readonly title: string;
  /** False where its bank is no longer served, so that there is nothing to open. */
  readonly isServed: boolean;
  /** ISO 8601 date, UTC. */
  readonly startedOn: string;
  readonly answered: number;
  readonly total: number;
  readonly kind: AttemptKind;
}

/**
 * The owner's attempts, newest first; none for a browser that never started one. A single question
 * that was opened and not answered is nothing to come back to.
 */
export async function listAttempts(
  context: AttemptContext,
  owner: OwnerId | null,
): Promise<ListedAttempt[]> {
  if (owner === null) return [];
  const attempts = await context.store.listAttempts(owner);
  return attempts
    .map(({ attempt, answered }) => ({
      id: attempt.id,
      bankId: attempt.bankId,
      title: titleOf(context, attempt),
      isServed: context.library.banks.has(attempt.bankId),
      startedOn: new Date(attempt.startedAt).toISOString().slice(0, 10),
      answered,
      total: attempt.itemIds.length,
      kind: kindOf(attempt),
    }))
    .filter(({ kind, answered }) => kind === 'quiz' || kind === 'retry' || answered > 0);
}

function kindOf(attempt: Attempt): AttemptKind {
  if (explainerOf(attempt) !== null) return 'inline';
  if (isReview(attempt)) return 'review';
  return attempt.retryOf === null ? 'quiz' : 'retry';
}

/** The title of the bank, or of the explainer in which one of its questions was answered. */
function titleOf({ library }: AttemptContext, attempt: Attempt): string {
  const explainer = library.explainers.get(explainerOf(attempt) ?? '');
  const bank = library.banks.get(attempt.bankId)?.title ?? attempt.bankId;
  return explainer?.title ?? bank;
}

/** The owner's quizzes that wait to be finished, newest first. */
export async function listUnfinished(
  context: AttemptContext,
  owner: OwnerId | null,
): Promise<ListedAttempt[]> {
  const attempts = await listAttempts(context, owner);
  return attempts.filter(({ answered, total }) => answered < total);
}
