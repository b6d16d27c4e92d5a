import type { AttemptContext } from '../attempts/context.ts';
import type { ClassAttempt } from '../storage/class-store.ts';

/** The owners of attempts who have finished at least one of them. */
export async function whoFinished(
  context: Pick<AttemptContext, 'library' | 'store'>,
  attempts: readonly ClassAttempt[],
): Promise<ReadonlySet<string>> {
  const finished = new Set<string>();
  for (const each of attempts) {
    if (await isFinished(context, each)) finished.add(each.attempt.owner);
  }
  return finished;
}

/** True where nothing of an attempt is left to answer; items that its bank has withdrawn since are not. */
export async function isFinished(
  { library, store }: Pick<AttemptContext, 'library' | 'store'>,
  { attempt, answered }: ClassAttempt,
): Promise<boolean> {
  if (answered >= attempt.itemIds.length) return true;
  const served = new Set(library.banks.get(attempt.bankId)?.items.map(({ id }) => id));
  if (served.size === 0 || attempt.itemIds.every((id) => served.has(id))) return false;
  const answers = await store.classes.listAnswersOf([attempt.id]);
  const given = new Set(answers.map(({ itemId }) => itemId));
  return attempt.itemIds.every((id) => given.has(id) || !served.has(id));
}
