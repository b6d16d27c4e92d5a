import { isClassId, type OwnerId } from '../../quiz/ids.ts';
import type { AttemptContext } from '../attempts/context.ts';

/** Makes a browser sit for nobody of a class; the learner stays, and comes back by the rejoin code. */
export async function leaveClass(
  { store }: Pick<AttemptContext, 'store'>,
  classId: string,
  owner: OwnerId | null,
): Promise<void> {
  if (owner !== null && isClassId(classId)) await store.classes.unbindDevice(owner, classId);
}
