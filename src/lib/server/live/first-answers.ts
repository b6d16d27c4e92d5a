import type { AssignmentId, ItemId, LearnerId } from '../../quiz/ids.ts';
import type { Item } from '../../quiz/item.ts';
import { judging } from '../../quiz/rescore.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { rescoredAnswer } from '../attempts/rescored-answer.ts';
import type { ClassAttempt } from '../storage/class-store.ts';
import type { Answer } from '../storage/store.ts';

/** What learners answered in their first attempts, by item, and their newest attempts. */
export interface ClassAnswers {
  /** As they are judged now, full marks left out; those of dropped items are left out. */
  readonly firstOf: ReadonlyMap<ItemId, readonly Answer[]>;
  readonly newestOf: ReadonlyMap<LearnerId, ClassAttempt>;
}

/** Reads what a class has answered so far. */
export async function readClassAnswers(
  { store }: AttemptContext,
  assignmentId: AssignmentId,
  items: readonly Item[],
): Promise<ClassAnswers> {
  const attempts = await store.classes.listClassAttempts(assignmentId);
  const firstOnes = attempts.filter(({ attempt }) => attempt.inClass?.attemptNo === 1);
  const [answers, rescores] = await Promise.all([
    store.classes.listAnswersOf(firstOnes.map(({ attempt }) => attempt.id)),
    store.classes.listRescores(assignmentId),
  ]);
  const firstOf = new Map(
    items.map((item) => [
      item.id,
      answers
        .filter(({ itemId }) => itemId === item.id)
        .flatMap((given) => {
          const { answer, isDropped } = rescoredAnswer(item, given, judging(rescores));
          return answer && !isDropped ? [answer] : [];
        }),
    ]),
  );
  const newestOf = new Map(
    attempts.map((each) => [each.attempt.owner as string as LearnerId, each]),
  );
  return { firstOf, newestOf };
}
