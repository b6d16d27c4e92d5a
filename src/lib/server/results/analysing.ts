import type { Fields } from '../../item-types/contract.ts';
import type { InstructorId } from '../../quiz/ids.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { correctItem, tryCorrection, type CorrectionPlace } from './correct-item.ts';
import { showItemAnalysis } from './show-item-analysis.ts';
import { showPupil } from './show-pupil.ts';
import { showPupils, type PupilView } from './show-pupils.ts';
import { showQuality } from './show-quality.ts';
import { showQuestions } from './show-questions.ts';
import { takeBackCorrection, tryTakingBack, type TakenBack } from './take-back-correction.ts';

/** The use cases by which an instructor sees what was misread, and corrects scores. */
export function makeAnalysing(context: AttemptContext) {
  return {
    showPupils: (assignmentId: string, instructor: InstructorId | null, view: PupilView) =>
      showPupils(context, assignmentId, instructor, view),
    showPupil: (
      assignmentId: string,
      learnerId: string,
      instructor: InstructorId | null,
      view: Parameters<typeof showPupil>[4],
    ) => showPupil(context, assignmentId, learnerId, instructor, view),
    showQuestions: (assignmentId: string, instructor: InstructorId | null) =>
      showQuestions(context, assignmentId, instructor),
    showQuality: (assignmentId: string, instructor: InstructorId | null) =>
      showQuality(context, assignmentId, instructor),
    showItemAnalysis: (assignmentId: string, itemId: string, instructor: InstructorId | null) =>
      showItemAnalysis(context, assignmentId, itemId, instructor),
    tryCorrection: (place: CorrectionPlace, fields: Fields) =>
      tryCorrection(context, place, fields),
    correctItem: (place: CorrectionPlace, fields: Fields) => correctItem(context, place, fields),
    tryTakingBack: (taken: TakenBack) => tryTakingBack(context, taken),
    takeBackCorrection: (taken: TakenBack) => takeBackCorrection(context, taken),
  };
}
