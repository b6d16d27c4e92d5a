/** How far a learner is with an assignment, as an instructor is told it. */
export type LearnerState =
  /** Unfinished, and nothing answered for {@link stalledAfterMs}. */
  | 'stalled'
  | 'working'
  /** Joined, and has not begun. */
  | 'not-started'
  | 'done'
  /** Begun, and the assignment takes no more answers. */
  | 'unfinished'
  /** On the list, and has not joined. */
  | 'absent';

/** Every {@link LearnerState}, those that ask for the instructor first. */
export const learnerStates: readonly LearnerState[] = [
  'stalled',
  'working',
  'not-started',
  'unfinished',
  'done',
  'absent',
];

/** Milliseconds without an answer after which an unfinished learner counts as stalled. */
export const stalledAfterMs = 180_000;

/** A learner's newest attempt. */
export interface AttemptPlace {
  readonly answered: number;
  readonly total: number;
  /** Of its last answer, or of its start: milliseconds since 1970, UTC. */
  readonly lastAt: number;
}

/** Says how far a learner is; `place` is null where there is no attempt. */
export function learnerState(
  place: AttemptPlace | null,
  learner: { readonly hasJoined: boolean; readonly mayAnswer: boolean },
  nowMs: number,
): LearnerState {
  if (place === null) return learner.hasJoined ? 'not-started' : 'absent';
  if (place.answered >= place.total) return 'done';
  if (!learner.mayAnswer) return 'unfinished';
  return nowMs - place.lastAt >= stalledAfterMs ? 'stalled' : 'working';
}
