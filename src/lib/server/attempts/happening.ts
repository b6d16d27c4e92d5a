import type { ClassId, ItemId } from '../../quiz/ids.ts';
import type { Attempt } from '../storage/store.ts';

/** Something that other systems may have to hear of: an item was answered, or the last of an attempt. */
export interface Happening {
  readonly kind: 'answered' | 'completed';
  readonly attempt: Attempt;
  /** The class in which it was; null outside classes. */
  readonly classId: ClassId | null;
  /** The item that was answered; with `completed` the last one. */
  readonly itemId: ItemId;
  /** Milliseconds since 1970, UTC. */
  readonly atMs: number;
}

/** Takes note of a happening; nobody waits for what comes of it, and it never throws. */
export type Tell = (happening: Happening) => void;

/** Says that an item was answered, and that it was the last where it was. */
export function tellAnswered(tell: Tell, answered: Omit<Happening, 'kind'>, isLast: boolean): void {
  tell({ ...answered, kind: 'answered' });
  if (isLast) tell({ ...answered, kind: 'completed' });
}
