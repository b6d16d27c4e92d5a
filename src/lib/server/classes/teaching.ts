import type { InstructorId, OwnerId } from '../../quiz/ids.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { prepareExport, type ExportWish } from '../exports/prepare-export.ts';
import { openClass, type NewClass } from './open-class.ts';
import { tryAssignment } from './start-assignment.ts';

/** The use cases of instructors. Each asks which instructor's browser it is and guards itself. */
export function makeTeaching(context: AttemptContext) {
  return {
    openClass: (given: NewClass, instructor: InstructorId) => openClass(context, given, instructor),
    prepareExport: (wish: ExportWish, instructor: InstructorId | null) =>
      prepareExport(context, wish, instructor),
    tryAssignment: (assignmentId: string, instructor: InstructorId | null, owner: OwnerId) =>
      tryAssignment(context, assignmentId, instructor, owner),
  };
}
