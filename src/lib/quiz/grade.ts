import type { AttemptRule } from './assignment.ts';

/**
 * How far an attempt is: `closed_incomplete` where its assignment closed before every question was
 * answered. As data files write it.
 */
export type AttemptStatus = 'in_progress' | 'completed' | 'closed_incomplete';

/** What is needed of an attempt to grade it. */
export interface Gradable {
  readonly status: AttemptStatus;
  readonly points: number;
  readonly maxPoints: number;
  /** Of its last answer; null while it is under way, and where nothing was answered. */
  readonly submittedAt: number | null;
}

/** What a learner's attempts come to. */
export interface Grade<Attempt extends Gradable> {
  /** The attempt that counts; null where the mean of several does. */
  readonly counted: Attempt | null;
  readonly points: number;
  readonly maxPoints: number;
  /** 0 to 100. */
  readonly percent: number;
}

/** Points as a percentage, 0 to 100; 0 where nothing could be earned. */
export function percentOf({ points, maxPoints }: Pick<Gradable, 'points' | 'maxPoints'>): number {
  return maxPoints === 0 ? 0 : (100 * points) / maxPoints;
}

/** Percentages that differ by less were rounded apart. */
const rounding = 1e-9;

/**
 * The attempts that may count: they are over, and something could be earned in them. One that was opened
 * and never answered is none beside others: whoever looks in again puts nothing at stake.
 */
export function countingAttempts<Attempt extends Gradable>(
  attempts: readonly Attempt[],
): Attempt[] {
  const over = attempts.filter(
    ({ status, maxPoints }) => status !== 'in_progress' && maxPoints > 0,
  );
  const answered = over.filter(({ submittedAt }) => submittedAt !== null);
  return answered.length > 0 ? answered : over;
}

/** True where a percentage reaches a mark, however it was rounded on the way. */
export function isReached(percent: number, markPercent: number): boolean {
  return percent >= markPercent - rounding;
}

/** What an attempt that is over comes to beside a pass mark; percent from 0 to 100. */
export interface Judgement {
  readonly passed: boolean;
  readonly percent: number;
  readonly passPercent: number;
}

/** Judges points by a pass mark; null where there is none. */
export function judge(
  scored: Pick<Gradable, 'points' | 'maxPoints'>,
  passPercent: number | null,
): Judgement | null {
  if (passPercent === null) return null;
  const percent = percentOf(scored);
  return { passed: isReached(percent, passPercent), percent, passPercent };
}

/**
 * The grade of a learner's attempts, given in the order in which they were begun; null where none
 * counts. An attempt under way counts nothing until its assignment has closed, and one in which nothing
 * could be earned never: its items were all dropped or withdrawn. Of equal ones the earlier counts.
 */
export function gradeOfAttempts<Attempt extends Gradable>(
  attempts: readonly Attempt[],
  rule: AttemptRule,
): Grade<Attempt> | null {
  const counting = countingAttempts(attempts);
  const first = counting[0];
  const last = counting.at(-1);
  if (!first || !last) return null;
  if (rule === 'mean') return meanGrade(counting, last.maxPoints);
  const counted = { first, last, best: bestOf(counting, first) }[rule];
  const { points, maxPoints } = counted;
  return { counted, points, maxPoints, percent: percentOf(counted) };
}

function bestOf<Attempt extends Gradable>(attempts: readonly Attempt[], first: Attempt): Attempt {
  return attempts.reduce(
    (best, each) => (percentOf(each) > percentOf(best) + rounding ? each : best),
    first,
  );
}

function meanGrade<Attempt extends Gradable>(
  attempts: readonly Attempt[],
  maxPoints: number,
): Grade<Attempt> {
  const percent = attempts.reduce((sum, each) => sum + percentOf(each), 0) / attempts.length;
  return { counted: null, points: (percent / 100) * maxPoints, maxPoints, percent };
}
