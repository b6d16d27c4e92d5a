import type { Fields } from '../../item-types/contract.ts';
import type { ItemId, OwnerId } from '../../quiz/ids.ts';
import type { AttemptContext } from './context.ts';
import { tellAnswered } from './happening.ts';
import { isCurrent, scoreFields } from '../../item-types/score-fields.ts';
import { findSitting, nextOpenQuestion, type Sitting } from './sitting.ts';

/** What became of a posted answer. Only `stored` changed anything. */
export type AnswerResult =
  | { readonly kind: 'stored' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'already-answered' }
  | { readonly kind: 'not-reached'; readonly open: ItemId }
  | { readonly kind: 'closed' }
  | { readonly kind: 'revised' }
  | { readonly kind: 'unreadable'; readonly message: string };

/**
 * Scores a posted answer and stores it; `stored` is said only after the store has acknowledged it.
 * The first answer to an item stands: of two that race, one is stored and the other is refused.
 */
export async function answerItem(
  context: AttemptContext,
  where: { attemptId: string; itemId: string; owner: OwnerId | null },
  fields: Fields,
): Promise<AnswerResult> {
  const sitting = await findSitting(context, where.attemptId, where.owner);
  const question = sitting?.questions.find(({ item }) => item.id === where.itemId);
  if (!sitting || !question || where.owner === null) return { kind: 'unknown' };
  if (question.answer) return { kind: 'already-answered' };
  if (sitting.assignment?.isOpen === false) return { kind: 'closed' };
  const open = nextOpenQuestion(sitting);
  if (open && open.position < question.position) return { kind: 'not-reached', open: open.item.id };

  const { item } = question;
  if (!isCurrent(item, fields)) return { kind: 'revised' };
  const scored = scoreFields(sitting.attempt, item, fields, context.say);
  if (!scored.ok) return { kind: 'unreadable', message: scored.message };
  const answeredAt = context.now();
  const stored = await context.store.insertAnswer(
    { ...scored.response, attemptId: sitting.attempt.id, answeredAt },
    sitting.attempt.owner,
  );
  if (stored === null) return { kind: sitting.assignment ? 'closed' : 'unknown' };
  if (!stored.inserted) return { kind: 'already-answered' };
  tellOf(context, sitting, item.id, answeredAt);
  return { kind: 'stored' };
}

function tellOf(context: AttemptContext, sitting: Sitting, itemId: ItemId, atMs: number): void {
  const { assignment, attempt, questions } = sitting;
  const isLast = questions.every(({ answer, item }) => answer !== null || item.id === itemId);
  const classId = assignment?.classId ?? null;
  tellAnswered(context.tell, { attempt, classId, itemId, atMs }, isLast);
}
