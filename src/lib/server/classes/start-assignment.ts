import { attemptsFor, isOpen, type Assignment } from '../../quiz/assignment.ts';
import { chooseItems } from '../../quiz/delivery-options.ts';
import {
  ownerOfLearner,
  type AttemptId,
  type InstructorId,
  type ItemId,
  type OwnerId,
} from '../../quiz/ids.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { makeAttemptId } from '../attempts/sitting.ts';
import { isFinished } from './is-finished.ts';
import { findLedAssignment } from './led-class.ts';
import { findSeatedAssignment } from './seat.ts';
import { isTimeZone } from './zoned-time.ts';

/** What became of the wish to begin. */
export type StartResult =
  /** A new attempt, or the one that was begun and not finished. */
  | { readonly kind: 'started'; readonly attemptId: AttemptId }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'used-up' };

/**
 * Begins an attempt at an assignment, or goes on with the one begun. Of two tabs that begin at once
 * both get the same attempt. `timeZone`: as the browser names it; kept where it is an IANA zone.
 */
export async function startAssignment(
  context: AttemptContext,
  assignmentId: string,
  owner: OwnerId | null,
  timeZone: string | null,
): Promise<StartResult> {
  const seated = await findSeatedAssignment(context, assignmentId, owner);
  if (!seated) return { kind: 'unknown' };
  const { allowance, assignment, classroom, learner } = seated;
  const isEnded = classroom.endsAt <= context.now();
  if (isEnded || !isOpen(assignment, context.now(), allowance)) return { kind: 'closed' };
  const most = attemptsFor(assignment, allowance);
  const own = ownerOfLearner(learner.id);
  const begun = await begin(context, assignment, own, most, knownZone(timeZone));
  return begun ?? startAssignment(context, assignmentId, owner, timeZone);
}

/** A zone by its name: `+01:00`, which runtimes know too, is none. */
function knownZone(text: string | null): string | null {
  return text !== null && /^[A-Z]/i.test(text) && isTimeZone(text) ? text : null;
}

/** Begins an attempt by which an instructor tries an assignment out; it counts nowhere. */
export async function tryAssignment(
  context: AttemptContext,
  assignmentId: string,
  instructor: InstructorId | null,
  owner: OwnerId,
): Promise<StartResult> {
  const led = await findLedAssignment(context, assignmentId, instructor);
  if (!led) return { kind: 'unknown' };
  if (!isOpen(led.assignment, context.now())) return { kind: 'closed' };
  const begun = await begin(context, led.assignment, owner, null, null);
  return begun ?? tryAssignment(context, assignmentId, instructor, owner);
}

/** Null where another tab was quicker, or the assignment has gone meanwhile. */
async function begin(
  context: AttemptContext,
  assignment: Assignment,
  owner: OwnerId,
  most: number | null,
  clientTz: string | null,
): Promise<StartResult | null> {
  const attempts = await context.store.classes.listOwnAttempts(assignment.id, owner);
  const last = attempts.at(-1);
  if (last && !(await isFinished(context, last))) {
    return { kind: 'started', attemptId: last.attempt.id };
  }
  if (most !== null && attempts.length >= most) return { kind: 'used-up' };
  const id = makeAttemptId(context);
  const seed = context.randomText(26);
  const isMine = await context.store.classes.createClassAttempt({
    id,
    owner,
    bankId: assignment.bankId,
    seed,
    itemIds: itemsOf(assignment, seed),
    retryOf: null,
    marking: assignment.certainty === 'marked' ? 'certainty' : 'plain',
    inClass: { assignmentId: assignment.id, attemptNo: attempts.length + 1, clientTz },
    startedAt: context.now(),
  });
  return isMine ? { kind: 'started', attemptId: id } : null;
}

/** The items of an attempt: all of the assignment's, or those that are drawn for this one. */
function itemsOf({ drawn, itemIds }: Assignment, seed: string): readonly ItemId[] {
  return drawn ? chooseItems(itemIds, { ...drawn, items: null }, seed) : itemIds;
}
