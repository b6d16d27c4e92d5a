import type { Calibration } from '../../quiz/calibration.ts';
import type { InstructorId } from '../../quiz/ids.ts';
import { trustIn, type Trust } from '../../quiz/statistics/minimum-n.ts';
import { testStatistics, type TestStatistics } from '../../quiz/statistics/test-statistics.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { findLedAssignment } from '../classes/led-class.ts';
import { headOf, type AnalysisHead } from './analysis-head.ts';
import { classCalibration } from './class-certainty.ts';
import { analyseAssignment, type QuestionAnalysis } from './question-analysis.ts';

/** The coefficients of an assignment. */
export interface QualityPage extends AnalysisHead {
  readonly test: TestStatistics;
  /** Learners who began and finished no attempt. */
  readonly nUnfinished: number;
  /** How far correlations of this class can be trusted. */
  readonly trust: Trust;
  /** In the order of the assignment. */
  readonly questions: readonly QuestionAnalysis[];
  /** Null where nobody said how sure they were. */
  readonly calibration: Calibration | null;
}

/** How well the questions measure; null where this browser does not lead the class. */
export async function showQuality(
  context: AttemptContext,
  assignmentId: string,
  instructor: InstructorId | null,
): Promise<QualityPage | null> {
  const led = await findLedAssignment(context, assignmentId, instructor);
  if (!led) return null;
  const { questions, table, nUnfinished } = await analyseAssignment(context, led);
  return {
    ...headOf(led),
    test: testStatistics(table),
    nUnfinished,
    trust: trustIn(table.n),
    questions,
    calibration: classCalibration(table),
  };
}
