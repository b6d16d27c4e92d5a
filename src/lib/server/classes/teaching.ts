import type { InstructorId, OwnerId } from '../../quiz/ids.ts';
import type { Fields } from '../../item-types/contract.ts';
import { addLearners } from './add-learners.ts';
import { allowMore, type More } from './allow-more.ts';
import { anonymiseClass } from './anonymise-class.ts';
import { removeLearner, renameLearner, renewRejoinCode } from './change-learner.ts';
import type { ClassContext } from './class-context.ts';
import { changeSettings } from './class-settings.ts';
import { deleteClass, showContents } from './delete-class.ts';
import type { WhichLearner } from './led-learner.ts';
import { openClass, type NewClass } from './open-class.ts';
import { showLearners } from './show-learners.ts';
import { tryAssignment } from './start-assignment.ts';

/** The use cases of instructors. Each asks which instructor's browser it is and guards itself. */
export function makeTeaching(context: ClassContext) {
  return {
    openClass: (given: NewClass, instructor: InstructorId) => openClass(context, given, instructor),
    tryAssignment: (assignmentId: string, instructor: InstructorId | null, owner: OwnerId) =>
      tryAssignment(context, assignmentId, instructor, owner),
    showLearners: (classId: string, instructor: InstructorId | null) =>
      showLearners(context, classId, instructor),
    addLearners: (classId: string, instructor: InstructorId | null, text: string) =>
      addLearners(context, classId, instructor, text),
    /** `name`: null for a plain one. */
    renameLearner: (which: WhichLearner, name: string | null) =>
      renameLearner(context, which, name),
    renewRejoinCode: (which: WhichLearner) => renewRejoinCode(context, which),
    removeLearner: (which: WhichLearner) => removeLearner(context, which),
    allowMore: (which: WhichLearner, assignmentId: string, more: More) =>
      allowMore(context, which, assignmentId, more),
    showContents: (classId: string, instructor: InstructorId | null) =>
      showContents(context, classId, instructor),
    changeSettings: (classId: string, instructor: InstructorId | null, fields: Fields) =>
      changeSettings(context, classId, instructor, fields),
    anonymiseClass: (classId: string, instructor: InstructorId | null) =>
      anonymiseClass(context, classId, instructor),
    deleteClass: (classId: string, instructor: InstructorId | null) =>
      deleteClass(context, classId, instructor),
  };
}
