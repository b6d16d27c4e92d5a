import { attemptsFor, isOpen, type Allowance, type Assignment } from '../../quiz/assignment.ts';
import {
  ownerOfLearner,
  type AssignmentId,
  type AttemptId,
  type ClassId,
  type OwnerId,
} from '../../quiz/ids.ts';
import { shownCode } from '../../quiz/join-code.ts';
import type { Learner } from '../../quiz/learner.ts';
import type { AttemptContext } from '../attempts/context.ts';
import type { ClassAttempt } from '../storage/class-store.ts';
import { isFinished } from './is-finished.ts';
import { findSeat, type Seat } from './seat.ts';
import { findAskedAgain } from './vote.ts';
import { zonedDate } from './zoned-time.ts';

/** What a learner can do about an assignment now. */
type Step =
  | { readonly kind: 'start' | 'again' }
  | { readonly kind: 'go-on'; readonly attemptId: AttemptId; readonly answered: number }
  /** Nothing: all is answered, or it is closed, or its bank is not served at the moment. */
  | { readonly kind: 'done' | 'closed' | 'missing' };

/** An assignment as one learner finds it on the class's page. */
export interface SeatedTask {
  readonly id: AssignmentId;
  readonly title: string;
  readonly items: number;
  readonly isOpen: boolean;
  readonly step: Step;
  /** When it closes for this learner, as the class's clocks show it; null where nothing is set. */
  readonly closesAt: Date | null;
  /** Attempts that are left; null for any number. */
  readonly left: number | null;
  /** True while what is right is kept back. */
  readonly isKept: boolean;
  /** The attempts whose results can be seen, the first first. */
  readonly results: readonly { readonly attemptId: AttemptId; readonly attemptNo: number }[];
}

/** A class as one of its learners sees it. */
export interface SeatPage {
  readonly classroom: { readonly id: ClassId; readonly name: string; readonly code: string };
  readonly learner: { readonly name: string; readonly rejoinCode: string };
  /** True where the class is past its end. */
  readonly isEnded: boolean;
  /** Whether a question that the class is asked again waits for this learner, or is shown after a vote. */
  readonly asked: 'vote' | 'passage' | null;
  readonly timeZone: string;
  /** Newest first. */
  readonly tasks: readonly SeatedTask[];
}

/** The class page of the learner at this browser; null where nobody of the class sits there. */
export async function showSeat(
  context: AttemptContext,
  classId: string,
  owner: OwnerId | null,
): Promise<SeatPage | null> {
  const seat = await findSeat(context, classId, owner);
  if (!seat) return null;
  const { classroom, learner } = seat;
  const assignments = await context.store.classes.listAssignments(classroom.id);
  const isEnded = classroom.endsAt <= context.now();
  const tasks = isEnded ? [] : assignments.map((each) => taskOf(context, seat, each));
  return {
    classroom: { id: classroom.id, name: classroom.name, code: shownCode(classroom.code) },
    learner: { name: learner.displayName, rejoinCode: shownCode(learner.rejoinCode) },
    isEnded,
    asked: isEnded ? null : await askedOf(context, learner, assignments),
    timeZone: classroom.timeZone,
    tasks: await Promise.all(tasks),
  };
}

async function askedOf(
  context: AttemptContext,
  learner: Learner,
  assignments: readonly Assignment[],
): Promise<SeatPage['asked']> {
  const asked = findAskedAgain(context, assignments);
  if (!asked || asked.shown.stage === 'counts') return null;
  const { assignment, item, shown } = asked;
  const votes = await context.store.classes.listVotes(assignment.id, item.id);
  const own = votes.filter(({ learnerId }) => learnerId === learner.id);
  if (shown.stage === 'passage') return own.length > 0 ? 'passage' : null;
  return own.some(({ round }) => round === shown.round) ? null : 'vote';
}

async function taskOf(
  context: AttemptContext,
  { classroom, learner }: Seat,
  assignment: Assignment,
): Promise<SeatedTask> {
  const { library, now, store } = context;
  const allowance = await store.classes.findAllowance(assignment.id, learner.id);
  const own = await store.classes.listOwnAttempts(assignment.id, ownerOfLearner(learner.id));
  const attempts = await Promise.all(
    own.map(async (each) => ({ ...each, isFinished: await isFinished(context, each) })),
  );
  const isOpenNow = isOpen(assignment, now(), allowance);
  const isKept = isOpenNow && assignment.feedback === 'after-close';
  const most = attemptsFor(assignment, allowance);
  const left = most === null ? null : Math.max(0, most - attempts.length);
  const closesAt = isOpenNow ? closingTime(assignment, now(), allowance) : null;
  const isServed = library.banks.has(assignment.bankId);
  return {
    id: assignment.id,
    title: assignment.title,
    items: assignment.itemIds.length,
    isOpen: isOpenNow,
    step: isServed ? stepOf(isOpenNow, attempts, left) : { kind: 'missing' },
    closesAt: closesAt === null ? null : zonedDate(closesAt, classroom.timeZone),
    left,
    isKept,
    results: attempts
      .filter((each) => isServed && !isKept && (!isOpenNow || each.isFinished))
      .map(({ attempt }) => ({
        attemptId: attempt.id,
        attemptNo: attempt.inClass?.attemptNo ?? 1,
      })),
  };
}

function stepOf(
  isOpenNow: boolean,
  attempts: readonly (ClassAttempt & { readonly isFinished: boolean })[],
  left: number | null,
): Step {
  if (!isOpenNow) return { kind: 'closed' };
  const last = attempts.at(-1);
  if (!last) return { kind: 'start' };
  if (!last.isFinished) {
    return { kind: 'go-on', attemptId: last.attempt.id, answered: last.answered };
  }
  return { kind: left === 0 ? 'done' : 'again' };
}

/** When an open assignment closes for a learner: for all, or later by what the learner was allowed. */
function closingTime(
  { closedAt, closesAt }: Assignment,
  nowMs: number,
  allowance: Allowance | null,
): number | null {
  const until = allowance?.until ?? null;
  const forAll = closedAt === null && (closesAt === null || closesAt > nowMs);
  if (!forAll) return until;
  return closesAt === null ? null : Math.max(closesAt, until ?? 0);
}
