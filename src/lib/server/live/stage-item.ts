import type { InstructorId } from '../../quiz/ids.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { findLedAssignment } from '../classes/led-class.ts';
import { lastRound } from './show-item.ts';

/** What an instructor does with the item on the projector. */
export type StageMove = 'counts' | 'vote' | 'passage' | 'stop';

/**
 * Moves an item on to a stage, for the projector and for the learners' pages; "vote" begins a new round.
 * Says whether the browser leads the class and the item is part of the assignment.
 */
export async function stageItem(
  context: AttemptContext,
  { assignmentId, itemId, move }: { assignmentId: string; itemId: string; move: StageMove },
  instructor: InstructorId | null,
): Promise<boolean> {
  const led = await findLedAssignment(context, assignmentId, instructor);
  const item = led?.items.find(({ id }) => id === itemId);
  if (!led || !item) return false;
  const { classes } = context.store;
  if (move === 'stop') {
    await classes.updateAssignment(led.assignment.id, { shown: null });
    return true;
  }
  const round = lastRound(
    led.assignment,
    item,
    await classes.listVotes(led.assignment.id, item.id),
  );
  const isVote = move === 'vote';
  const shown = {
    itemId: item.id,
    stage: isVote ? 'voting' : move,
    round: isVote ? round + 1 : round,
  } as const;
  await classes.updateAssignment(led.assignment.id, { shown });
  return true;
}
