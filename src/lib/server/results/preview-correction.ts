import type { LearnerId } from '../../quiz/ids.ts';
import type { Learner } from '../../quiz/learner.ts';
import type { Rescore } from '../../quiz/rescore.ts';
import type { AttemptContext } from '../attempts/context.ts';
import type { LedAssignment } from '../classes/led-class.ts';
import type { PupilNames } from './pupil-names.ts';
import { readResults } from './read-results.ts';

/** What a learner has with a set of corrections. */
export interface GradeThen {
  readonly points: number;
  readonly maxPoints: number;
  /** 0 to 100. */
  readonly percent: number;
}

/** A learner whose grade a correction changes; null where there is none, since nothing can be earned. */
export interface ChangedGrade {
  readonly id: LearnerId;
  readonly name: string;
  readonly before: GradeThen | null;
  readonly after: GradeThen | null;
}

/** What a correction would do, learner by learner. */
export interface CorrectionPreview {
  /** Learners with a grade before or after. */
  readonly graded: number;
  readonly up: number;
  readonly down: number;
  /** Others whose points change and percent doesn't. */
  readonly even: number;
  /** By the name that is shown; the first of them where there are very many. */
  readonly changes: readonly ChangedGrade[];
}

/** Rows that a preview lists. */
const rowsListed = 200;

/** Compares every grade under two sets of corrections. */
export async function previewCorrection(
  context: Pick<AttemptContext, 'now' | 'store'>,
  led: LedAssignment,
  after: readonly Rescore[],
  nameOf: PupilNames,
): Promise<CorrectionPreview> {
  const before = await context.store.classes.listRescores(led.assignment.id);
  const grades = new Map<LearnerId, GradeThen>();
  for await (const { learner, grade } of readResults(context, led, { rescores: before })) {
    if (grade) grades.set(learner.id, pick(grade));
  }
  const changes: ChangedGrade[] = [];
  let graded = grades.size;
  for await (const { learner, grade } of readResults(context, led, { rescores: after })) {
    if (grade && !grades.has(learner.id)) graded += 1;
    const change = changeOf(learner, grades.get(learner.id) ?? null, grade && pick(grade), nameOf);
    if (change) changes.push(change);
  }
  const { compare } = new Intl.Collator('und', { numeric: true });
  changes.sort((one, other) => compare(one.name, other.name));
  const differences = changes.map(
    (each) => roundedPercent(each.after) - roundedPercent(each.before),
  );
  return {
    graded,
    up: differences.filter((each) => each > 0).length,
    down: differences.filter((each) => each < 0).length,
    even: differences.filter((each) => each === 0).length,
    changes: changes.slice(0, rowsListed),
  };
}

function changeOf(
  learner: Learner,
  before: GradeThen | null,
  after: GradeThen | null,
  nameOf: PupilNames,
): ChangedGrade | null {
  const isSame = before?.points === after?.points && before?.maxPoints === after?.maxPoints;
  return isSame ? null : { id: learner.id, name: nameOf(learner), before, after };
}

function pick({ points, maxPoints, percent }: GradeThen): GradeThen {
  return { points, maxPoints, percent };
}

/** Rounding errors are no change; no grade is less than any. */
function roundedPercent(grade: GradeThen | null): number {
  return grade ? Math.round(grade.percent * 1e6) / 1e6 : -1;
}
