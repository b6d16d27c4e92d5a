import type { Allowance } from '../../quiz/assignment.ts';
import { gradeOfAttempts, type Grade } from '../../quiz/grade.ts';
import { ownerOfLearner, type LearnerId } from '../../quiz/ids.ts';
import type { Learner } from '../../quiz/learner.ts';
import type { Rescore } from '../../quiz/rescore.ts';
import type { AttemptContext } from '../attempts/context.ts';
import type { LedAssignment } from '../classes/led-class.ts';
import type { ClassAttempt } from '../storage/class-store.ts';
import { gradeAttempt, type GradedAttempt, type Grading } from './graded-attempt.ts';

/** A learner of the class, also one who never started, with all attempts at an assignment. */
export interface GradedLearner {
  readonly learner: Learner;
  /** The first first. */
  readonly attempts: readonly GradedAttempt[];
  /** By the assignment's rule; null where nothing counts yet. */
  readonly grade: Grade<GradedAttempt> | null;
}

/** Learners whose attempts are in memory at a time. */
const chunkSize = 100;

/** By last name, then by the name that is shown, whatever the language; then by id. */
export function sortedLearners(learners: readonly Learner[]): Learner[] {
  const { compare } = new Intl.Collator('und', { sensitivity: 'variant', numeric: true });
  return learners.toSorted(
    (one, other) =>
      compare(one.lastName ?? one.displayName, other.lastName ?? other.displayName) ||
      compare(one.displayName, other.displayName) ||
      (one.id < other.id ? -1 : 1),
  );
}

/** What the attempts at an assignment are graded by at this moment. */
export async function readGrading(
  { now, store }: Pick<AttemptContext, 'now' | 'store'>,
  { assignment, items }: LedAssignment,
): Promise<Grading> {
  return {
    assignment,
    itemOf: new Map(items.map((item) => [item.id, item])),
    rescores: await store.classes.listRescores(assignment.id),
    nowMs: now(),
  };
}

/**
 * Every learner of a class with all attempts at an assignment, by last name. Only some learners'
 * answers are in memory at a time, however large the class. `only`: some of its learners; `rescores`:
 * corrections to grade by in the place of those that hold.
 */
export async function* readResults(
  context: Pick<AttemptContext, 'now' | 'store'>,
  led: LedAssignment,
  {
    only,
    rescores,
  }: { readonly only?: readonly Learner[]; readonly rescores?: readonly Rescore[] } = {},
): AsyncGenerator<GradedLearner> {
  const { classes } = context.store;
  const { id } = led.assignment;
  const present = await readGrading(context, led);
  const grading = rescores ? { ...present, rescores } : present;
  const allowances = new Map<LearnerId, Allowance>();
  for (const each of await classes.listAllowances(id)) allowances.set(each.learnerId, each);
  const learners = sortedLearners(only ?? (await classes.listLearners(led.classroom.id)));
  for (let from = 0; from < learners.length; from += chunkSize) {
    const chunk = learners.slice(from, from + chunkSize);
    const attempts = await classes.listClassAttempts(
      id,
      chunk.map((learner) => learner.id),
    );
    const answers = await classes.listAnswersOf(attempts.map(({ attempt }) => attempt.id));
    const byOwner = Map.groupBy(attempts, ({ attempt }) => attempt.owner);
    const byAttempt = Map.groupBy(answers, ({ attemptId }) => attemptId);
    for (const learner of chunk) {
      const own: readonly ClassAttempt[] = byOwner.get(ownerOfLearner(learner.id)) ?? [];
      const graded = own.map((each) =>
        gradeAttempt(
          grading,
          each,
          byAttempt.get(each.attempt.id) ?? [],
          allowances.get(learner.id) ?? null,
        ),
      );
      const grade = gradeOfAttempts(graded, led.assignment.attemptRule);
      yield { learner, attempts: graded, grade };
    }
  }
}

/** The attempt that statistics count: the first that was completed; null where there is none. */
export function firstCompleted({ attempts }: GradedLearner): GradedAttempt | null {
  return attempts.find(({ status }) => status === 'completed') ?? null;
}
