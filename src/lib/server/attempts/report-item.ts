import type { Fields } from '../../item-types/contract.ts';
import type { OwnerId } from '../../quiz/ids.ts';
import type { AttemptContext } from './context.ts';
import { findSitting, isKept } from './sitting.ts';

/** UTF-16 units that a report's text may have. */
const longestComment = 2000;

/** What became of a problem report. */
export type ReportResult =
  | { readonly kind: 'stored'; readonly isInClass: boolean }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unreadable'; readonly message: string };

/**
 * Stores what a learner says is wrong with an answered item, with the version and the response that
 * it speaks of, and nothing that tells who the learner is.
 */
export async function reportItem(
  context: AttemptContext,
  where: { attemptId: string; itemId: string; owner: OwnerId | null },
  fields: Fields,
): Promise<ReportResult> {
  const sitting = await findSitting(context, where.attemptId, where.owner);
  const question = sitting?.questions.find(({ item }) => item.id === where.itemId);
  if (!sitting || !question?.answer || isKept(sitting)) return { kind: 'unknown' };
  const [comment = '', ...more] = fields.get('comment') ?? [];
  if (comment.trim() === '' || more.length > 0) {
    return { kind: 'unreadable', message: context.say('refusal.reportEmpty') };
  }
  if (comment.length > longestComment) {
    const message = context.say('refusal.reportTooLong', { longest: longestComment });
    return { kind: 'unreadable', message };
  }
  await context.store.addReport({
    id: `rep_${context.randomText(26)}`,
    bankId: sitting.bank.id,
    itemId: question.item.id,
    itemVersion: question.answer.itemVersion,
    response: question.answer.response,
    comment: comment.trim(),
    createdAt: context.now(),
    classId: sitting.assignment?.classId ?? null,
  });
  return { kind: 'stored', isInClass: sitting.assignment !== null };
}
