import type { Certainty } from './certainty.ts';
import type { ItemId } from './ids.ts';
import type { Outcome } from './outcome.ts';

/** The answer to one item of an attempt, scored when it was given: the first one, for good. */
export interface GivenAnswer extends Outcome {
  readonly itemId: ItemId;
  /** The version of the item that was answered. */
  readonly itemVersion: number;
  /** As its item type gave it; read back through the type's `restore`. */
  readonly response: unknown;
  /** How sure the learner said to be; null where they did not say. */
  readonly certainty: Certainty | null;
  /** What guessing at the item gave, 0 to 1; null where it was not yet noted down. */
  readonly chance: number | null;
  /** The response and the right answer in words as they stood then; null where not yet noted down. */
  readonly inWords: { readonly given: string; readonly right: string } | null;
  /** Milliseconds since 1970, UTC. */
  readonly answeredAt: number;
}
