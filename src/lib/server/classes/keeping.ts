import type { Fields } from '../../item-types/contract.ts';
import type { InstructorId } from '../../quiz/ids.ts';
import { addLearners } from './add-learners.ts';
import { allowMore, type More } from './allow-more.ts';
import { anonymiseClass } from './anonymise-class.ts';
import { removeLearner, renameLearner, renewRejoinCode } from './change-learner.ts';
import type { ClassContext } from './class-context.ts';
import { changeSettings } from './class-settings.ts';
import { deleteClass, showContents } from './delete-class.ts';
import type { WhichLearner } from './led-learner.ts';
import { showLearners } from './show-learners.ts';

type Instructor = InstructorId | null;

/** The use cases by which an instructor keeps a class's learners, settings and data. */
export function makeKeeping(context: ClassContext) {
  return {
    showLearners: (classId: string, instructor: Instructor) =>
      showLearners(context, classId, instructor),
    addLearners: (classId: string, instructor: Instructor, text: string) =>
      addLearners(context, classId, instructor, text),
    /** `name`: null for a plain one. */
    renameLearner: (which: WhichLearner, name: string | null) =>
      renameLearner(context, which, name),
    renewRejoinCode: (which: WhichLearner) => renewRejoinCode(context, which),
    removeLearner: (which: WhichLearner) => removeLearner(context, which),
    allowMore: (which: WhichLearner, assignmentId: string, more: More) =>
      allowMore(context, which, assignmentId, more),
    showContents: (classId: string, instructor: Instructor) =>
      showContents(context, classId, instructor),
    changeSettings: (classId: string, instructor: Instructor, fields: Fields) =>
      changeSettings(context, classId, instructor, fields),
    anonymiseClass: (classId: string, instructor: Instructor) =>
      anonymiseClass(context, classId, instructor),
    deleteClass: (classId: string, instructor: Instructor) =>
      deleteClass(context, classId, instructor),
  };
}
