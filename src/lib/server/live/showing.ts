import type { InstructorId } from '../../quiz/ids.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { showItem } from './show-item.ts';
import { showLive } from './show-live.ts';
import { stageItem, type StageMove } from './stage-item.ts';
import { watchLedClass } from './watch-class.ts';

/** The use cases by which an instructor watches a class and shows it a question. */
export function makeShowing(context: AttemptContext) {
  return {
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
