import type { OwnerId } from '../../quiz/ids.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { watchJoinedClass } from '../live/watch-class.ts';
import { startAssignment } from './start-assignment.ts';

/** The use cases of learners in classes. Each asks whose browser it is and guards itself. */
export function makeSeats(context: AttemptContext) {
  return {
    watchClass: (classId: string, owner: OwnerId | null) =>
      watchJoinedClass(context, classId, owner),
    startAssignment: (assignmentId: string, owner: OwnerId | null, timeZone: string | null) =>
      startAssignment(context, assignmentId, owner, timeZone),
  };
}
