import type { Interaction } from '../formats/interaction.ts';

/** What a course system knows when the page opens. */
export interface Opened {
  /** False where there is none: nothing is told to anybody, and the page says so. */
  readonly isTracked: boolean;
  /** The state that was handed over last; null where there is none. */
  readonly state: string | null;
  /** The share, 0 to 1, from which on the course system counts an attempt as passed; null where it sets none. */
  readonly masteryShare: number | null;
  /** True where the course system shows the quiz to be looked at, and wants to be told nothing. */
  readonly isBrowsed?: boolean;
  /** Where the course goes on; null or absent where the course system names no place. */
  readonly returnUrl?: string | null;
}

/** How far an attempt has come. */
export interface Standing {
  readonly points: number;
  /** Of all items of the attempt, whole number from 1. */
  readonly maxPoints: number;
  /** True once every item is answered. */
  readonly isFinished: boolean;
  /** True where the points, of those answered so far, reach the mark; null where no mark is set. */
  readonly isPassed: boolean | null;
}

/** An answer with what is told of its sending. */
export interface TrackedAnswer {
  readonly interaction: Interaction;
  /** Milliseconds since 1970, UTC. */
  readonly answeredAt: number;
  /** Milliseconds from when the item was shown to when it was answered. */
  readonly latencyMs: number;
}

/**
 * Writes the attempt's state within so many UTF-16 units, leaving out detail where they are few; the
 * empty text where not even the scores fit.
 */
export type WriteState = (longest: number) => string;

/**
 * What the player asks and tells a course system. No method throws or rejects: what went wrong is said
 * by its value, and what was not taken is told again with the next answer.
 */
export interface Tracker {
  /** Finds the course system and reads what it knows; called once, first. */
  readonly open: () => Promise<Opened>;
  /**
   * Tells an answer, and with the attempt's last one its outcome, never less than was told before.
   * Resolves to true once all of it is acknowledged.
   */
  readonly answered: (
    answer: TrackedAnswer,
    state: WriteState,
    standing: Standing,
  ) => Promise<boolean>;
  /** Tells again what was not taken. Resolves as {@link answered}. */
  readonly again: () => Promise<boolean>;
  /** True once the course system takes nothing more from this page; absent where it always might. */
  readonly isOver?: () => boolean;
  /** The page is out of sight and may never come back: hands over what has not been. */
  readonly hide: () => void;
  /** The page goes: ends the session. Nothing is told after. */
  readonly leave: () => void;
}
