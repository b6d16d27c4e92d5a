import { isOpen, type Allowance } from '../../quiz/assignment.ts';
import { isConfident } from '../../quiz/certainty.ts';
import type { AssignmentId, ClassId, InstructorId, ItemId, LearnerId } from '../../quiz/ids.ts';
import type { Item } from '../../quiz/item.ts';
import type { Learner } from '../../quiz/learner.ts';
import { learnerState, type LearnerState } from '../../quiz/learner-state.ts';
import { gradeOf, type Grade } from '../../quiz/outcome.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { findLedAssignment, type LedAssignment } from '../classes/led-class.ts';
import type { Answer } from '../storage/store.ts';
import { readClassAnswers, type ClassAnswers } from './first-answers.ts';

/** How an item was answered so far, in first attempts. */
export interface LiveItem extends Readonly<Record<Grade, number>> {
  readonly id: ItemId;
  /** From 1. */
  readonly position: number;
  readonly stem: string;
  readonly answered: number;
  /** Not fully right, and given with confidence. */
  readonly confidentlyWrong: number;
}

/** How far a learner is. */
export interface LiveLearner {
  readonly id: LearnerId;
  readonly name: string;
  readonly state: LearnerState;
  /** Of the newest attempt; 0 where there is none. */
  readonly answered: number;
  readonly total: number;
  /** From 1; 0 where there is none. */
  readonly attemptNo: number;
  /** Whole minutes since the last answer, or since the start; null where there is no attempt. */
  readonly minutesAgo: number | null;
}

/** A class at work, for its instructor. */
export interface LivePage {
  readonly classroom: { readonly id: ClassId; readonly name: string; readonly code: string };
  readonly assignment: { readonly id: AssignmentId; readonly title: string };
  readonly isOpen: boolean;
  readonly language: string | null;
  readonly joined: number;
  readonly inState: Readonly<Record<LearnerState, number>>;
  readonly items: readonly LiveItem[];
  /** By name. */
  readonly learners: readonly LiveLearner[];
}

/** How a class is getting on; null where this browser does not lead it. */
export async function showLive(
  context: AttemptContext,
  assignmentId: string,
  instructor: InstructorId | null,
): Promise<LivePage | null> {
  const led = await findLedAssignment(context, assignmentId, instructor);
  if (!led) return null;
  const { assignment, bank, classroom, items } = led;
  const { classes } = context.store;
  const [learners, allowances, answers] = await Promise.all([
    classes.listLearners(classroom.id),
    classes.listAllowances(assignment.id),
    readClassAnswers(context, assignment.id, items),
  ]);
  const places = learners.map((learner) =>
    placeOf(led, learner, answers, allowances, context.now()),
  );
  return {
    classroom: { id: classroom.id, name: classroom.name, code: classroom.code },
    assignment: { id: assignment.id, title: assignment.title },
    isOpen: isOpen(assignment, context.now()),
    language: bank?.language ?? null,
    joined: learners.filter(({ joinedAt }) => joinedAt !== null).length,
    inState: countStates(places),
    items: items.map((item, index) => liveItem(item, index, answers.firstOf.get(item.id) ?? [])),
    learners: places,
  };
}

function placeOf(
  { assignment, items }: LedAssignment,
  learner: Learner,
  { newestOf }: ClassAnswers,
  allowances: readonly Allowance[],
  nowMs: number,
): LiveLearner {
  const newest = newestOf.get(learner.id) ?? null;
  const allowance = allowances.find(({ learnerId }) => learnerId === learner.id) ?? null;
  // Of a bank that is not served nothing is known but how much was assigned.
  const total = items.length || assignment.itemIds.length;
  const place = newest && { answered: newest.answered, total, lastAt: newest.lastAt };
  const mayAnswer = isOpen(assignment, nowMs, allowance);
  return {
    id: learner.id,
    name: learner.displayName,
    state: learnerState(place, { hasJoined: learner.joinedAt !== null, mayAnswer }, nowMs),
    answered: Math.min(newest?.answered ?? 0, total),
    total,
    attemptNo: newest?.attempt.inClass?.attemptNo ?? 0,
    minutesAgo: newest && Math.max(0, Math.floor((nowMs - newest.lastAt) / 60_000)),
  };
}

function countStates(learners: readonly LiveLearner[]): Record<LearnerState, number> {
  const of = (state: LearnerState) => learners.filter((each) => each.state === state).length;
  return {
    stalled: of('stalled'),
    working: of('working'),
    'not-started': of('not-started'),
    unfinished: of('unfinished'),
    done: of('done'),
    absent: of('absent'),
  };
}

function liveItem(
  { id, stem }: Pick<Item, 'id' | 'stem'>,
  index: number,
  answers: readonly Answer[],
): LiveItem {
  const graded = (grade: Grade) => answers.filter((answer) => gradeOf(answer) === grade).length;
  return {
    id,
    position: index + 1,
    stem,
    answered: answers.length,
    right: graded('right'),
    partly: graded('partly'),
    wrong: graded('wrong'),
    confidentlyWrong: answers.filter(({ certainty, correct }) => !correct && isConfident(certainty))
      .length,
  };
}
