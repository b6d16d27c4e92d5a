import type { InstructorId } from '../../quiz/ids.ts';
import { worthDiscussing } from '../../quiz/statistics/worth-discussing.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { findLedAssignment } from '../classes/led-class.ts';
import { headOf, type AnalysisHead } from './analysis-head.ts';
import { squareOf, type SureSquare } from './class-certainty.ts';
import { classReports, type ClassReport } from './class-reports.ts';
import { correctionRecords, type CorrectionRecord } from './correction-records.ts';
import { analyseAssignment, type QuestionAnalysis } from './question-analysis.ts';

/** The questions of an assignment, the one most worth discussing first. */
export interface QuestionsPage extends AnalysisHead {
  /** Learners whose first completed attempts are counted. */
  readonly n: number;
  /** Learners who began and finished no attempt. */
  readonly nUnfinished: number;
  readonly square: SureSquare;
  readonly questions: readonly QuestionAnalysis[];
  readonly reports: readonly ClassReport[];
  /** Corrections that hold and drop a question: those stand in no count. */
  readonly dropped: readonly CorrectionRecord[];
}

/** Questions by how much a class gains from talking of them; null where this browser does not lead it. */
export async function showQuestions(
  context: AttemptContext,
  assignmentId: string,
  instructor: InstructorId | null,
): Promise<QuestionsPage | null> {
  const led = await findLedAssignment(context, assignmentId, instructor);
  if (!led) return null;
  const { questions, table, nUnfinished } = await analyseAssignment(context, led);
  const byStatistics = new Map(questions.map((each) => [each.statistics, each]));
  const sorted = worthDiscussing([...byStatistics.keys()]);
  const records = await correctionRecords(context, led);
  return {
    ...headOf(led),
    n: table.n,
    nUnfinished,
    square: squareOf(table),
    questions: sorted.flatMap((statistics) => byStatistics.get(statistics) ?? []),
    reports: await classReports(context, led),
    dropped: records.filter(({ kind, withdrawnOn }) => kind === 'drop' && withdrawnOn === null),
  };
}
