import type { Fields } from '../../item-types/contract.ts';
import type { OwnerId } from '../../quiz/ids.ts';
import type { Guesser } from '../guess-limit.ts';
import type { ClassContext } from './class-context.ts';
import { joinClass, rejoinClass, type Joiner } from './join-class.ts';
import { leaveClass } from './leave-class.ts';
import { showJoin } from './show-join.ts';
import { showSeat } from './show-seat.ts';
import { watchJoinedClass } from '../live/watch-class.ts';
import { startAssignment } from './start-assignment.ts';
import { openVote, voteItem } from './vote.ts';

/** The use cases of learners in classes. Each asks whose browser it is and guards itself. */
export function makeSeats(context: ClassContext) {
  return {
    showJoin: (code: string, owner: OwnerId | null, guesser: Guesser) =>
      showJoin(context, code, owner, guesser),
    joinClass: (code: string, joiner: Joiner, fields: Fields) =>
      joinClass(context, code, joiner, fields),
    rejoinClass: (code: string, joiner: Joiner, fields: Fields) =>
      rejoinClass(context, code, joiner, fields),
    leaveClass: (classId: string, owner: OwnerId | null) => leaveClass(context, classId, owner),
    listJoined: async (owner: OwnerId | null) => {
      const joined = owner ? await context.store.classes.listJoined(owner) : [];
      return joined.map(({ id, name }) => ({ id, name }));
    },
    showSeat: (classId: string, owner: OwnerId | null) => showSeat(context, classId, owner),
    watchClass: (classId: string, owner: OwnerId | null) =>
      watchJoinedClass(context, classId, owner),
    startAssignment: (assignmentId: string, owner: OwnerId | null, timeZone: string | null) =>
      startAssignment(context, assignmentId, owner, timeZone),
    openVote: (classId: string, owner: OwnerId | null) => openVote(context, classId, owner),
    voteItem: (classId: string, owner: OwnerId | null, fields: Fields) =>
      voteItem(context, classId, owner, fields),
  };
}
