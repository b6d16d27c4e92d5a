import type { OwnerId } from '../../quiz/ids.ts';
import type { AttemptContext } from './context.ts';

/** Milliseconds for which an attempt is kept after its last answer: 180 days. */
const keptMs = 180 * 24 * 60 * 60 * 1000;

/** Deletes everything that this browser answered, at once. */
export async function eraseAnswers(context: AttemptContext, owner: OwnerId): Promise<void> {
  await context.store.eraseOwner(owner);
}

/** Deletes what has not been touched for {@link keptMs}. */
export async function eraseOldAnswers(
  context: Pick<AttemptContext, 'store' | 'now'>,
): Promise<void> {
  await context.store.eraseInactiveSince(context.now() - keptMs);
}
