import type { InstructorId, OwnerId } from '../../quiz/ids.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { findLedClass } from '../classes/led-class.ts';
import { findLiveSeat } from '../classes/seat.ts';
import type { Watched } from './class-pulse.ts';

/** All that changes in a class, for its instructor; null where the browser does not lead it. */
export async function watchLedClass(
  context: AttemptContext,
  classId: string,
  instructor: InstructorId | null,
): Promise<Watched | null> {
  const classroom = await findLedClass(context, classId, instructor);
  if (!classroom) return null;
  const { id } = classroom;
  return { name: `led ${id}`, ask: () => context.store.classes.pulse(id) };
}

/**
 * What changes for a learner: what is assigned, open or shown. Null where nobody sits at this browser.
 * What others answer is left out: it tells a learner nothing, and would call all of them back each time.
 */
export async function watchJoinedClass(
  context: AttemptContext,
  classId: string,
  owner: OwnerId | null,
): Promise<Watched | null> {
  const seat = await findLiveSeat(context, classId, owner);
  if (!seat) return null;
  const { id } = seat.classroom;
  const ask = async () => {
    const assignments = await context.store.classes.listAssignments(id);
    return JSON.stringify(
      assignments.map(({ closedAt, closesAt, id, shown, title }) => [
        id,
        title,
        closedAt,
        closesAt,
        shown,
      ]),
    );
  };
  return { name: `joined ${id}`, ask };
}
