import type { InstructorId, OwnerId } from '../../quiz/ids.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { showItem } from '../live/show-item.ts';
import { showLive } from '../live/show-live.ts';
import { stageItem, type StageMove } from '../live/stage-item.ts';
import { watchLedClass } from '../live/watch-class.ts';
import { openClass, type NewClass } from './open-class.ts';
import { tryAssignment } from './start-assignment.ts';

/** The use cases of instructors. Each asks which instructor's browser it is and guards itself. */
export function makeTeaching(context: AttemptContext) {
  return {
    openClass: (given: NewClass, instructor: InstructorId) => openClass(context, given, instructor),
    tryAssignment: (assignmentId: string, instructor: InstructorId | null, owner: OwnerId) =>
      tryAssignment(context, assignmentId, instructor, owner),
    showLive: (assignmentId: string, instructor: InstructorId | null) =>
      showLive(context, assignmentId, instructor),
    showItem: (assignmentId: string, itemId: string, instructor: InstructorId | null) =>
      showItem(context, assignmentId, itemId, instructor),
    stageItem: (
      where: { assignmentId: string; itemId: string; move: StageMove },
      instructor: InstructorId | null,
    ) => stageItem(context, where, instructor),
    watchClass: (classId: string, instructor: InstructorId | null) =>
      watchLedClass(context, classId, instructor),
  };
}
