import { isOpen, type Assignment } from '../../quiz/assignment.ts';
import type { AssignmentId } from '../../quiz/ids.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { whoFinished } from './is-finished.ts';

/** How far the learners of an assignment are. */
export interface AssignmentProgress {
  /** Learners with an attempt, finished or not. */
  readonly begun: number;
  /** Learners who have finished an attempt. */
  readonly finished: number;
}

/** An assignment in a list of its class's. */
export interface ListedAssignment extends AssignmentProgress {
  readonly id: AssignmentId;
  readonly title: string;
  readonly items: number;
  readonly isOpen: boolean;
}

/** Counts learners, whatever number of attempts each has made. */
export async function countProgress(
  context: Pick<AttemptContext, 'library' | 'store'>,
  id: AssignmentId,
): Promise<AssignmentProgress> {
  const attempts = await context.store.classes.listClassAttempts(id);
  return {
    begun: new Set(attempts.map(({ attempt }) => attempt.owner)).size,
    finished: (await whoFinished(context, attempts)).size,
  };
}

/** What a list of assignments says of one. */
export async function listedAssignment(
  context: AttemptContext,
  assignment: Assignment,
): Promise<ListedAssignment> {
  return {
    id: assignment.id,
    title: assignment.title,
    items: assignment.itemIds.length,
    isOpen: isOpen(assignment, context.now()),
    ...(await countProgress(context, assignment.id)),
  };
}
