import { digestOf } from '../../../passage/digest.ts';
import type { Assignment } from '../../../quiz/assignment.ts';
import type { AttemptStatus } from '../../../quiz/grade.ts';
import type { AttemptId, BankId, ItemId } from '../../../quiz/ids.ts';
import type {
  GradedAttempt,
  GradedResponse,
  ResponseStatus,
} from '../../results/graded-attempt.ts';

/** How an attempt's status is written. */
export const statusWords: Readonly<Record<AttemptStatus, string>> = {
  in_progress: 'in_progress',
  completed: 'submitted',
  closed_incomplete: 'closed_incomplete',
};

/** How an item is named outside its bank: `bank/item`. */
export function itemKey(bankId: BankId, itemId: ItemId): string {
  return `${bankId}/${itemId}`;
}

/** The id of a response: attempt and item together. */
export function responseId(attemptId: AttemptId, itemId: ItemId): string {
  return `rsp_${attemptId.slice('att_'.length)}_${itemId}`;
}

/** When feedback was given. */
export function modeOf({ feedback }: Assignment): string {
  return feedback === 'now' ? 'feedback_now' : 'feedback_after_close';
}

const digests = new Map<string, string>();

/** Tells apart what was asked: the same for the same items in the same versions. */
export function versionOf(
  items: readonly { readonly id: ItemId; readonly version: number }[],
): string {
  const written = items.map(({ id, version }) => `${id}@${version}`).join(' ');
  const known = digests.get(written);
  if (known !== undefined) return known;
  const digest = `v${digestOf(written).slice(0, 8)}`;
  // Nearly all attempts of an assignment share a few.
  if (digests.size < 1000) digests.set(written, digest);
  return digest;
}

/** {@link versionOf} the items of an attempt. */
export function versionAsked({ responses }: Pick<GradedAttempt, 'responses'>): string {
  return versionOf(responses.map((each) => ({ id: each.itemId, version: itemVersion(each) ?? 0 })));
}

/** The version that was answered, or that would be; null where the item is gone. */
export function itemVersion({ answer, item }: GradedResponse): number | null {
  return answer?.itemVersion ?? item?.version ?? null;
}

/** What became of an item: passed over where a later one was answered in an attempt that has ended. */
export function responseStatus(
  { status, responses }: GradedAttempt,
  response: GradedResponse,
): ResponseStatus {
  if (response.status !== 'not_reached' || status === 'in_progress') return response.status;
  const isPassedOver = responses.slice(response.position).some(({ answer }) => answer !== null);
  return isPassedOver ? 'skipped' : 'not_reached';
}

/** Whole seconds between two moments; null where one is not known. */
export function secondsBetween(from: number | null, to: number | null): number | null {
  return from === null || to === null ? null : Math.max(0, Math.floor((to - from) / 1000));
}
