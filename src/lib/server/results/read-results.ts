import type { Allowance } from '../../quiz/assignment.ts';
import { gradeOfAttempts, type Grade } from '../../quiz/grade.ts';
import { ownerOfLearner, type ClassId, type LearnerId } from '../../quiz/ids.ts';
import type { Learner } from '../../quiz/learner.ts';
import type { Rescore } from '../../quiz/rescore.ts';
import type { AttemptContext } from '../attempts/context.ts';
import type { LedAssignment } from '../classes/led-class.ts';
import type { ClassStore } from '../storage/class-store.ts';
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
const chunkSize = 50;

/** Learners whose names are read at a time, to sort them. */
const pageSize = 1000;

/** What learners are sorted by. */
type Named = Pick<Learner, 'id' | 'displayName' | 'lastName'>;

/** By last name, then by the name that is shown, whatever the language; then by id. */
function sortedLearners<Member extends Named>(learners: readonly Member[]): Member[] {
  const { compare } = new Intl.Collator('und', { sensitivity: 'variant', numeric: true });
  return learners.toSorted(
    (one, other) =>
      compare(one.lastName ?? one.displayName, other.lastName ?? other.displayName) ||
      compare(one.displayName, other.displayName) ||
      (one.id < other.id ? -1 : 1),
  );
}

/** What the attempts at an assignment are graded by at this moment. */
async function readGrading(
  { now, store }: Pick<AttemptContext, 'now' | 'store'>,
  { assignment, items }: Pick<LedAssignment, 'assignment' | 'items'>,
): Promise<Grading> {
  return {
    assignment,
    itemOf: new Map(items.map((item) => [item.id, item])),
    rescores: await store.classes.listRescores(assignment.id),
    nowMs: now(),
  };
}

/** What is read of a class: its learners, and how their attempts are graded. */
interface Read extends Pick<LedAssignment, 'assignment' | 'items'> {
  readonly classroom: Pick<LedAssignment['classroom'], 'id'>;
}

/** Whom to read, and how. */
export interface ReadingOptions {
  readonly only?: readonly Learner[];
  readonly rescores?: readonly Rescore[];
  readonly sortBy?: (id: LearnerId) => string;
}

/**
 * Every learner of a class with all attempts at an assignment, by last name. Only some learners'
 * answers are in memory at a time, however large the class. `only`: some of its learners; `rescores`:
 * corrections to grade by in the place of those that hold; `sortBy`: another order than that of names.
 */
export async function* readResults(
  context: Pick<AttemptContext, 'now' | 'store'>,
  led: Read,
  { only, rescores, sortBy }: ReadingOptions = {},
): AsyncGenerator<GradedLearner> {
  const { classes } = context.store;
  const { id } = led.assignment;
  const present = await readGrading(context, led);
  const grading = rescores ? { ...present, rescores } : present;
  const allowances = new Map<LearnerId, Allowance>();
  for (const each of await classes.listAllowances(id)) allowances.set(each.learnerId, each);
  const byName = only ? idsInOrder(only) : await readOrder(classes, led.classroom.id);
  const order = sortBy ? sortedBy(byName, sortBy) : byName;
  for (let from = 0; from < order.length; from += chunkSize) {
    const chunk = await readLearners(classes, order.slice(from, from + chunkSize));
    const attempts = await classes.listAttemptsOf(
      id,
      chunk.map((learner) => learner.id),
    );
    const answers = await classes.listAnswersOf(attempts.map((attempt) => attempt.id));
    const byOwner = Map.groupBy(attempts, ({ owner }) => owner);
    const byAttempt = Map.groupBy(answers, ({ attemptId }) => attemptId);
    for (const learner of chunk) {
      const own = byOwner.get(ownerOfLearner(learner.id)) ?? [];
      const graded = own.map((attempt) =>
        gradeAttempt(
          grading,
          { attempt },
          byAttempt.get(attempt.id) ?? [],
          allowances.get(learner.id) ?? null,
        ),
      );
      const grade = gradeOfAttempts(graded, led.assignment.attemptRule);
      yield { learner, attempts: graded, grade };
    }
  }
}

function sortedBy<Member>(members: readonly Member[], keyOf: (member: Member) => string): Member[] {
  return members
    .map((member) => ({ member, key: keyOf(member) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ member }) => member);
}

function idsInOrder(learners: readonly Named[]): LearnerId[] {
  return sortedLearners(learners).map(({ id }) => id);
}

/** The learners of a class in order. Of a large class no more than names are in memory at once. */
async function readOrder(classes: ClassStore, id: ClassId): Promise<LearnerId[]> {
  const names: Named[] = [];
  let page: Learner[];
  do {
    page = await classes.pageLearners(id, names.at(-1)?.id ?? null, pageSize);
    for (const learner of page) {
      names.push({ id: learner.id, displayName: learner.displayName, lastName: learner.lastName });
    }
  } while (page.length === pageSize);
  return idsInOrder(names);
}

async function readLearners(classes: ClassStore, ids: readonly LearnerId[]): Promise<Learner[]> {
  const found = await classes.listLearnersOf(ids);
  const byId = new Map(found.map((learner) => [learner.id, learner]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The attempt that statistics count: the first that was completed; null where there is none. */
export function firstCompleted({ attempts }: GradedLearner): GradedAttempt | null {
  return attempts.find(({ status }) => status === 'completed') ?? null;
}
