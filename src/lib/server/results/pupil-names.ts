import type { Say } from '../../messages/say.ts';
import type { LearnerId } from '../../quiz/ids.ts';
import type { Learner } from '../../quiz/learner.ts';

/** What each learner is called on a page: by name, or by a number that tells nothing of it. */
export type PupilNames = (learner: Pick<Learner, 'id' | 'displayName'>) => string;

/** Names for a page; without them learners are numbered by their ids, which are random. */
export function pupilNames(
  learners: readonly Pick<Learner, 'id'>[],
  isNamed: boolean,
  say: Say,
): PupilNames {
  if (isNamed) return ({ displayName }) => displayName;
  const ids = learners.map(({ id }) => id).toSorted();
  const numbers = new Map<LearnerId, number>(ids.map((id, index) => [id, index + 1]));
  return ({ id }) => say('analysis.pupil.unnamed', { number: numbers.get(id) ?? 0 });
}
