import type { AssignmentId, LearnerId } from '../../quiz/ids.ts';

/** The key of the delivery of a learner’s score. */
export function scoreKey(assignmentId: AssignmentId, learnerId: LearnerId): string {
  return `${assignmentId}/${learnerId}`;
}

/** Whose score a key is of; to be checked, since keys are texts. */
export function scoredBy(key: string): {
  readonly assignmentId: string;
  readonly learnerId: string;
} {
  const [assignmentId = '', learnerId = ''] = key.split('/');
  return { assignmentId, learnerId };
}

/** Under which the scores of a platform wait together. */
export function scoreGroup(platformId: string): string {
  return `lti/${platformId}`;
}
