import type { ResponsesRow } from '../../../formats/results/responses.ts';
import { rulesFor } from '../../../item-types/rules.ts';
import { probabilityOf } from '../../../quiz/certainty.ts';
import type { Item } from '../../../quiz/item.ts';
import type { Answer } from '../../storage/store.ts';
import type { GradedAttempt, GradedResponse } from '../../results/graded-attempt.ts';
import type { GradedLearner } from '../../results/read-results.ts';
import type { ExportedAssignment } from '../export-job.ts';
import { itemKey, itemVersion, responseId, responseStatus } from './words.ts';

/** The rows of `responses.csv` for a learner. */
export function responseRows(exported: ExportedAssignment, graded: GradedLearner): ResponsesRow[] {
  return graded.attempts.flatMap((attempt) =>
    attempt.responses.map((response) => responseRow(exported, graded, attempt, response)),
  );
}

function responseRow(
  { assignment, inWords }: ExportedAssignment,
  { learner }: GradedLearner,
  attempt: GradedAttempt,
  response: GradedResponse,
): ResponsesRow {
  const { answer, item, itemId, outcome } = response;
  const counts = attempt.status === 'in_progress' && !answer ? null : outcome;
  return {
    response_id: responseId(attempt.attempt.id, itemId),
    attempt_id: attempt.attempt.id,
    learner_id: learner.id,
    attempt_no: attempt.attemptNo,
    item_id: itemKey(assignment.bankId, itemId),
    item_version: itemVersion(response),
    item_type: item?.type ?? null,
    position: response.position,
    source_id: item ? firstSource(item) : null,
    response_status: responseStatus(attempt, response),
    response: answer ? responseCell(item, answer, response.written) : null,
    response_label: answer?.inWords?.given ?? null,
    correct_response: answer?.inWords?.right ?? inWords.get(itemId)?.answer ?? null,
    points: counts?.points ?? null,
    max_points: counts?.maxPoints ?? null,
    score: counts ? counts.points / counts.maxPoints : null,
    correct: answer && outcome ? outcome.correct : null,
    certainty: answer ? claimedBy(answer) : null,
    option_order: item ? rulesFor(item).tabled.order(item, attempt.attempt.seed) || null : null,
    hint_used: false,
    passage_opened: null,
    time_s: response.seconds,
    answered_at: answer?.answeredAt ?? null,
  };
}

/** The probability that was claimed, 0 to 1; null where none was, or what a guess gives is not known. */
function claimedBy({ certainty, chance }: Answer): number | null {
  if (certainty === null || (certainty === 'guessing' && chance === null)) return null;
  return probabilityOf(certainty, chance ?? 0);
}

/** The source of an item's first passage, or the first one searched. */
export function firstSource({ passages, searched }: Item): string | null {
  return passages[0]?.source ?? searched[0] ?? null;
}

/** A response in one cell: a number where its item type read exactly one. */
function responseCell(item: Item | null, { response }: Answer, written: string): string | number {
  if (item?.type !== 'numeric') return written;
  const { readings } = response as { readonly readings?: readonly unknown[] };
  const [number, ...others] = readings ?? [];
  return typeof number === 'number' && others.length === 0 ? number : written;
}
