import type { DeliveryOptions } from './delivery-options.ts';
import type { AssignmentId, BankId, ClassId, ItemId, LearnerId } from './ids.ts';

/** When learners see keys and passages: after each answer, or once the assignment is closed. */
export type Feedback = 'now' | 'after-close';

/** Whether learners are asked how sure they are, and whether it bears on the marks. */
export type AskedCertainty = 'off' | 'asked' | 'marked';

/** Which attempts make the grade; of equal ones the earlier. */
export type AttemptRule = 'best' | 'last' | 'first' | 'mean';

/** What an instructor chooses for an assignment. */
export interface AssignmentSettings {
  readonly title: string;
  readonly feedback: Feedback;
  /** Whole number from 1; null for any number. */
  readonly attemptsAllowed: number | null;
  readonly certainty: AskedCertainty;
  readonly attemptRule: AttemptRule;
  /** From this percent on an attempt is passed; null where there is no such mark. */
  readonly passPercent: number | null;
  /** When it closes by itself (ms since 1970, UTC); null where the instructor closes it. */
  readonly closesAt: number | null;
}

/** How each attempt’s items are taken out of an assignment’s. */
export type Drawn = Pick<DeliveryOptions, 'draw' | 'order'>;

/** A question shown to the whole class: counts first, then the passage, perhaps asked once more. */
export interface ShownItem {
  readonly itemId: ItemId;
  readonly stage: 'counts' | 'voting' | 'passage';
  /** From 1; rises with every "vote again". 0 while nobody voted again. */
  readonly round: number;
}

/** A bank, or some of its items, given to a class. Times are milliseconds since 1970, UTC. */
export interface Assignment extends AssignmentSettings {
  readonly id: AssignmentId;
  readonly classId: ClassId;
  readonly bankId: BankId;
  /** In the order in which they are asked. */
  readonly itemIds: readonly ItemId[];
  /** How each attempt takes some of them, or all in an order of its own; null for all as they are. */
  readonly drawn: Drawn | null;
  readonly openedAt: number;
  /** When the instructor closed it; null while it is open. */
  readonly closedAt: number | null;
  readonly shown: ShownItem | null;
}

/** What one learner gets beyond the others. */
export interface Allowance {
  readonly assignmentId: AssignmentId;
  readonly learnerId: LearnerId;
  readonly extraAttempts: number;
  /** The learner may answer until this moment, closed or not; null where nothing was granted. */
  readonly until: number | null;
}

/** True while answers are taken: from everybody, or from the learner with this allowance. */
export function isOpen(
  assignment: Pick<Assignment, 'closedAt' | 'closesAt'>,
  nowMs: number,
  allowance: Pick<Allowance, 'until'> | null = null,
): boolean {
  const { closedAt, closesAt } = assignment;
  const forAll = closedAt === null && (closesAt === null || nowMs < closesAt);
  return forAll || (allowance?.until ?? 0) > nowMs;
}

/** How many attempts a learner may make; null for any number. */
export function attemptsFor(
  { attemptsAllowed }: Pick<Assignment, 'attemptsAllowed'>,
  allowance: Pick<Allowance, 'extraAttempts'> | null,
): number | null {
  return attemptsAllowed === null ? null : attemptsAllowed + (allowance?.extraAttempts ?? 0);
}
