import type { Fields } from '../../item-types/contract.ts';
import type { InstructorId, OwnerId } from '../../quiz/ids.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { prepareExport, type ExportWish } from '../exports/prepare-export.ts';
import { showDownloads } from '../exports/show-downloads.ts';
import { correctItem, tryCorrection, type CorrectionPlace } from '../results/correct-item.ts';
import { showItemAnalysis } from '../results/show-item-analysis.ts';
import { showPupil } from '../results/show-pupil.ts';
import { showPupils, type PupilView } from '../results/show-pupils.ts';
import { showQuality } from '../results/show-quality.ts';
import { showQuestions } from '../results/show-questions.ts';
import {
  takeBackCorrection,
  tryTakingBack,
  type TakenBack,
} from '../results/take-back-correction.ts';
import { findLedAssignment } from './led-class.ts';
import { openClass, type NewClass } from './open-class.ts';
import { tryAssignment } from './start-assignment.ts';

/** The use cases of instructors. Each asks which instructor's browser it is and guards itself. */
export function makeTeaching(context: AttemptContext) {
  return {
    openClass: (given: NewClass, instructor: InstructorId) => openClass(context, given, instructor),
    prepareExport: (wish: ExportWish, instructor: InstructorId | null) =>
      prepareExport(context, wish, instructor),
    /** The id of an assignment of a class that this browser leads; null for any other. */
    findLedId: async (assignmentId: string, instructor: InstructorId | null) =>
      (await findLedAssignment(context, assignmentId, instructor))?.assignment.id ?? null,
    showDownloads: (assignmentId: string, instructor: InstructorId | null) =>
      showDownloads(context, assignmentId, instructor),
    tryAssignment: (assignmentId: string, instructor: InstructorId | null, owner: OwnerId) =>
      tryAssignment(context, assignmentId, instructor, owner),
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
