import { isoTime } from '../calendar.ts';

/** Points of a response. */
export interface StoredPoints {
  readonly points: number;
  readonly maxPoints: number;
}

/** A response with all that is stored of it, names as they were written. Times in ms since 1970, UTC. */
export interface StoredResponse {
  readonly responseId: string;
  readonly learner: {
    readonly id: string;
    readonly displayName: string | null;
    readonly firstName: string | null;
    readonly lastName: string | null;
    readonly email: string | null;
    readonly studentNumber: string | null;
  };
  readonly classId: string;
  readonly bankId: string;
  readonly bankVersion: string;
  readonly attempt: {
    readonly id: string;
    readonly number: number;
    readonly mode: string;
    readonly status: string;
    readonly counted: boolean;
    readonly seed: string;
    readonly startedAt: number;
    readonly submittedAt: number | null;
  };
  readonly item: { readonly id: string; readonly version: number; readonly type: string };
  readonly position: number;
  readonly status: string;
  /** As the item type gave it; null where there is none. */
  readonly response: unknown;
  readonly responseLabel: string | null;
  readonly correctResponse: string | null;
  /** As scored when it was given; null where the attempt goes on without an answer. */
  readonly original: StoredPoints | null;
  /** After a correction of the item; null where there was none. */
  readonly rescored: (StoredPoints & { readonly reason: string; readonly at: number }) | null;
  /** Percent, or `guessing`; null where none was given. */
  readonly certainty: number | 'guessing' | null;
  /** What guessing at the item gives, 0 to 1. */
  readonly chance: number | null;
  readonly optionOrder: readonly string[] | null;
  readonly answeredAt: number | null;
}

const iso = isoTime();

/**
 * The line of `results.jsonl` for a response: JSON and a line feed, its members always in the same
 * order. Lossless: no text is guarded, and what is no Unicode is escaped. A time stands twice, for
 * people and to the millisecond.
 */
export function resultLine(stored: StoredResponse): string {
  const { learner, attempt, item } = stored;
  const line = {
    response_id: stored.responseId,
    learner_id: learner.id,
    display_name: learner.displayName,
    first_name: learner.firstName,
    last_name: learner.lastName,
    email: learner.email,
    student_number: learner.studentNumber,
    class_id: stored.classId,
    bank_id: stored.bankId,
    bank_version: stored.bankVersion,
    attempt_id: attempt.id,
    attempt_no: attempt.number,
    mode: attempt.mode,
    attempt_status: attempt.status,
    counted: attempt.counted,
    seed: attempt.seed,
    ...instant('started_at', attempt.startedAt),
    ...instant('submitted_at', attempt.submittedAt),
    item_id: item.id,
    item_version: item.version,
    item_type: item.type,
    position: stored.position,
    response_status: stored.status,
    response: stored.response ?? null,
    response_label: stored.responseLabel,
    correct_response: stored.correctResponse,
    ...marks(stored),
    certainty: stored.certainty,
    chance: stored.chance,
    option_order: stored.optionOrder,
    ...instant('answered_at', stored.answeredAt),
  };
  return `${JSON.stringify(line)}\n`;
}

function marks({ original, rescored }: StoredResponse) {
  return {
    points: rescored?.points ?? original?.points ?? null,
    max_points: rescored?.maxPoints ?? original?.maxPoints ?? null,
    original_points: original?.points ?? null,
    original_max_points: original?.maxPoints ?? null,
    rescored_because: rescored?.reason ?? null,
    ...instant('rescored_at', rescored?.at ?? null),
  };
}

function instant(
  name: string,
  ms: number | null,
): Readonly<Record<string, string | number | null>> {
  return { [name]: ms === null ? null : iso(ms), [`${name}_ms`]: ms };
}
