import type { AssignmentSettings } from '../../quiz/assignment.ts';
import type { InstructorId, OwnerId } from '../../quiz/ids.ts';
import {
  addAssignment,
  changeAssignment,
  closeAssignment,
  deleteAssignment,
  reopenAssignment,
  showAssignment,
} from './change-assignment.ts';
import type { ClassContext } from './class-context.ts';
import type { NewClass } from './open-class.ts';
import { tryAssignment } from './start-assignment.ts';

type Instructor = InstructorId | null;

/** The use cases by which an instructor gives a class something to do. */
export function makeAssigning(context: ClassContext) {
  return {
    addAssignment: (
      classId: string,
      given: Pick<NewClass, 'bankId' | 'itemIds' | 'settings'>,
      instructor: Instructor,
    ) => addAssignment(context, classId, given, instructor),
    showAssignment: (assignmentId: string, instructor: Instructor) =>
      showAssignment(context, assignmentId, instructor),
    changeAssignment: (assignmentId: string, to: AssignmentSettings, instructor: Instructor) =>
      changeAssignment(context, assignmentId, to, instructor),
    closeAssignment: (assignmentId: string, instructor: Instructor) =>
      closeAssignment(context, assignmentId, instructor),
    reopenAssignment: (assignmentId: string, instructor: Instructor) =>
      reopenAssignment(context, assignmentId, instructor),
    deleteAssignment: (assignmentId: string, instructor: Instructor) =>
      deleteAssignment(context, assignmentId, instructor),
    tryAssignment: (assignmentId: string, instructor: Instructor, owner: OwnerId) =>
      tryAssignment(context, assignmentId, instructor, owner),
  };
}
