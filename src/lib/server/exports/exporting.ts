import type { InstructorId } from '../../quiz/ids.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { findLedAssignment } from '../classes/led-class.ts';
import { showLmsGrades } from './lms-grades.ts';
import { prepareExport, type ExportWish } from './prepare-export.ts';
import { showDownloads } from './show-downloads.ts';

/** What instructors take away of their results. Each use case asks which instructor's browser it is. */
export function makeExporting(context: AttemptContext) {
  return {
    prepareExport: (wish: ExportWish, instructor: InstructorId | null) =>
      prepareExport(context, wish, instructor),
    showDownloads: (assignmentId: string, instructor: InstructorId | null) =>
      showDownloads(context, assignmentId, instructor),
    showLmsGrades: (assignmentId: string, instructor: InstructorId | null) =>
      showLmsGrades(context, assignmentId, instructor),
    /** The id of an assignment of a class that this browser leads; null for any other. */
    findLedId: async (assignmentId: string, instructor: InstructorId | null) =>
      (await findLedAssignment(context, assignmentId, instructor))?.assignment.id ?? null,
  };
}
