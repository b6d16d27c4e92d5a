import { isOpen } from '../../quiz/assignment.ts';
import { isAssignmentId } from '../../quiz/ids.ts';
import type { AttemptContext } from '../attempts/context.ts';
import type { Changed } from './change-learner.ts';
import { findLedLearner, type WhichLearner } from './led-learner.ts';
import { readZonedTime, zonedDate } from './zoned-time.ts';

/** What a single learner is to get beyond the others. */
export type More =
  /** One more than were on the page from which it was given, so that a page sent twice gives one. */
  | { readonly kind: 'attempt'; readonly had: number }
  /** As a `datetime-local` field has it, in the class's zone. */
  | { readonly kind: 'time'; readonly until: string }
  /** Nothing any more. */
  | { readonly kind: 'none' };

/** Gives one learner one more attempt or more time at an assignment, or takes that back. */
export async function allowMore(
  context: AttemptContext,
  which: WhichLearner,
  assignmentId: string,
  more: More,
): Promise<Changed> {
  const led = await findLedLearner(context, which);
  if (!led || !isAssignmentId(assignmentId)) return { kind: 'unknown' };
  const { classes } = context.store;
  const assignment = await classes.findAssignment(assignmentId);
  if (assignment?.classId !== led.classroom.id) return { kind: 'unknown' };
  const whose = { assignmentId, learnerId: led.learner.id };
  const { endsAt, timeZone } = led.classroom;
  const values = { name: led.learner.displayName, title: assignment.title };
  if (more.kind === 'none') {
    await classes.setAllowance({ ...whose, extraAttempts: 0, until: null });
    return { kind: 'done', said: context.say('learners.allowed.none', values) };
  }
  if (more.kind === 'attempt') {
    await classes.setAllowance({ ...whose, extraAttempts: more.had + 1 });
    const own = await classes.findAllowance(assignmentId, whose.learnerId);
    const isClosed = !isOpen(assignment, context.now(), own);
    const said = context.say('learners.allowed.attempt', { ...values, isClosed: String(isClosed) });
    return { kind: 'done', said };
  }
  const until = readZonedTime(more.until, timeZone);
  if (until === null) return { kind: 'refused', said: context.say('learners.until.unreadable') };
  if (until <= context.now()) return { kind: 'refused', said: context.say('learners.until.past') };
  if (until > endsAt) {
    const on = zonedDate(endsAt, timeZone);
    return { kind: 'refused', said: context.say('learners.until.beyond', { on }) };
  }
  await classes.setAllowance({ ...whose, until });
  const on = zonedDate(until, timeZone);
  return { kind: 'done', said: context.say('learners.allowed.time', { ...values, on }) };
}
