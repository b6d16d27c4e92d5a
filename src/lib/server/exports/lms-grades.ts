import { standardProfile } from '../../formats/csv-profile.ts';
import type { LmsGrades } from '../../formats/fill-lms.ts';
import type { InstructorId } from '../../quiz/ids.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { findLedAssignment } from '../classes/led-class.ts';
import { headOf, type AnalysisHead } from '../results/analysis-head.ts';
import { exportSource } from './export-source.ts';
import { exportedAssignment } from './prepare-export.ts';

/** The page on which the list of an LMS is filled in. */
export interface LmsPage extends AnalysisHead {
  readonly grades: LmsGrades;
}

/** The grades to fill into the list of an LMS; null where this browser does not lead the class. */
export async function showLmsGrades(
  context: AttemptContext,
  assignmentId: string,
  instructor: InstructorId | null,
): Promise<LmsPage | null> {
  const led = await findLedAssignment(context, assignmentId, instructor);
  if (!led) return null;
  const source = exportSource(context.store, {
    ...exportedAssignment(context, led),
    file: 'bundle',
    style: { profile: standardProfile, withItems: false, anonymousBy: null },
    nowMs: context.now(),
  });
  const learners = [];
  for await (const { learner, grade } of source.learners()) {
    const { id, displayName, firstName, lastName, email, studentNumber } = learner;
    learners.push({
      ...{ id, displayName, firstName, lastName, email, studentNumber },
      points: grade?.points ?? null,
      percent: grade?.percent ?? null,
    });
  }
  const { title } = led.assignment;
  return { ...headOf(led), grades: { title, maxPoints: await source.maxPoints(), learners } };
}
