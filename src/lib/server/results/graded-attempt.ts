import { rulesFor } from '../../item-types/rules.ts';
import { isOpen, type Allowance, type Assignment } from '../../quiz/assignment.ts';
import { certaintyMark } from '../../quiz/certainty-marks.ts';
import { percentOf, type AttemptStatus } from '../../quiz/grade.ts';
import type { ItemId } from '../../quiz/ids.ts';
import type { Item } from '../../quiz/item.ts';
import type { Outcome } from '../../quiz/outcome.ts';
import { rescoredOutcome, type Rescore } from '../../quiz/rescore.ts';
import { writtenByForm, writtenResponse } from '../attempts/rescored-answer.ts';
import type { ClassAttempt } from '../storage/class-store.ts';
import type { Answer } from '../storage/store.ts';

/** What became of an item in an attempt, as data files write it. */
export type ResponseStatus = 'answered' | 'skipped' | 'not_reached' | 'not_presented';

/** An item in an attempt, as it counts now. */
export interface GradedResponse {
  readonly itemId: ItemId;
  /** Null where its bank has withdrawn it, or is not served. */
  readonly item: Item | null;
  /** From 1. */
  readonly position: number;
  readonly status: ResponseStatus;
  /** As stored; null where it was not answered. */
  readonly answer: Answer | null;
  /** In signs, as data files write it; empty where it was not answered. */
  readonly written: string;
  /** After the corrections of the class; null where the item was dropped, or does not count. */
  readonly outcome: Outcome | null;
  /** Whole seconds since the answer before, or since the start; null where it was not answered. */
  readonly seconds: number | null;
}

/** An attempt of a learner, as it counts now. Times are milliseconds since 1970, UTC. */
export interface GradedAttempt {
  readonly attempt: ClassAttempt['attempt'];
  readonly attemptNo: number;
  readonly status: AttemptStatus;
  readonly responses: readonly GradedResponse[];
  /** Of its last answer; null while it is under way. */
  readonly submittedAt: number | null;
  readonly points: number;
  readonly maxPoints: number;
  /** 0 to 100. */
  readonly percent: number;
  /** Gardner-Medwin's marks; null with plain marking. */
  readonly certaintyMarks: number | null;
}

/** What attempts are graded by. */
export interface Grading {
  readonly assignment: Assignment;
  readonly itemOf: ReadonlyMap<ItemId, Item>;
  readonly rescores: readonly Rescore[];
  readonly nowMs: number;
}

/** Grades an attempt with its answers, given oldest first. */
export function gradeAttempt(
  grading: Grading,
  { attempt }: Pick<ClassAttempt, 'attempt'>,
  answers: readonly Answer[],
  allowance: Allowance | null,
): GradedAttempt {
  const responses = gradeResponses(grading, attempt, answers);
  const counting = responses.flatMap(({ outcome }) => outcome ?? []);
  const points = counting.reduce((sum, outcome) => sum + outcome.points, 0);
  const maxPoints = counting.reduce((sum, outcome) => sum + outcome.maxPoints, 0);
  const status = statusOf(grading, responses, allowance);
  return {
    attempt,
    attemptNo: attempt.inClass?.attemptNo ?? 1,
    status,
    responses,
    submittedAt: status === 'in_progress' ? null : (answers.at(-1)?.answeredAt ?? null),
    points,
    maxPoints,
    percent: percentOf({ points, maxPoints }),
    certaintyMarks: attempt.marking === 'certainty' ? sumOfMarks(responses) : null,
  };
}

function gradeResponses(
  { itemOf, rescores }: Grading,
  attempt: ClassAttempt['attempt'],
  answers: readonly Answer[],
): GradedResponse[] {
  const secondsOf = secondsBetween(attempt.startedAt, answers);
  const answerOf = new Map(answers.map((answer) => [answer.itemId, answer]));
  return attempt.itemIds.map((itemId, index) => {
    const item = itemOf.get(itemId) ?? null;
    const answer = answerOf.get(itemId) ?? null;
    const written = item && answer ? writtenResponse(item, answer.response) : '';
    return {
      itemId,
      item,
      position: index + 1,
      // Where no item is known its bank is not served: then nothing tells what was withdrawn.
      status: answer ? 'answered' : item || itemOf.size === 0 ? 'not_reached' : 'not_presented',
      answer,
      written,
      outcome: outcomeFor(item, answer, rescores, itemId),
      seconds: secondsOf.get(itemId) ?? null,
    };
  });
}

function secondsBetween(startedAt: number, answers: readonly Answer[]): Map<ItemId, number> {
  const seconds = new Map<ItemId, number>();
  let before = startedAt;
  for (const { answeredAt, itemId } of answers) {
    seconds.set(itemId, Math.max(0, Math.round((answeredAt - before) / 1000)));
    before = answeredAt;
  }
  return seconds;
}

/** An item that was not answered earns nothing of what it could have; one that is gone could have none. */
function outcomeFor(
  item: Item | null,
  answer: Answer | null,
  rescores: readonly Rescore[],
  itemId: ItemId,
): Outcome | null {
  if (!answer && !item) return null;
  const own = rescores.filter((each) => each.itemId === itemId);
  const outcome = answer ?? {
    points: 0,
    maxPoints: item ? rulesFor(item).tabled.maxPoints : 0,
    correct: false,
  };
  const { points, maxPoints, correct } = outcome;
  const plain = { points, maxPoints, correct };
  if (own.length === 0) return plain;
  return rescoredOutcome(own, itemId, answer && writtenFor(item, answer), plain);
}

function writtenFor(item: Item | null, { response }: Answer): string {
  return item ? writtenResponse(item, response) : writtenByForm(response);
}

function statusOf(
  { assignment, nowMs }: Grading,
  responses: readonly GradedResponse[],
  allowance: Allowance | null,
): AttemptStatus {
  if (responses.every(({ status }) => status !== 'not_reached')) return 'completed';
  return isOpen(assignment, nowMs, allowance) ? 'in_progress' : 'closed_incomplete';
}

function sumOfMarks(responses: readonly GradedResponse[]): number {
  return responses.reduce(
    (sum, { answer, outcome }) =>
      answer && outcome ? sum + certaintyMark(outcome, answer.certainty) : sum,
    0,
  );
}
