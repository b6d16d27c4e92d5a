/**
 * How sure a learner says to be of an answer, in percent; `guessing` stands for the chance level of
 * the item. Asked before the reveal, and never needed.
 */
export type Certainty = 'guessing' | 60 | 75 | 90 | 99;

/** Every {@link Certainty}, from least to most. */
export const certainties: readonly Certainty[] = ['guessing', 60, 75, 90, 99];

/** The certainty from which on a miss counts as a confident one. */
const confidentFrom = 75;

/** Reads a certainty as a form sends it; null for anything else. */
export function readCertainty(text: string): Certainty | null {
  return certainties.find((each) => String(each) === text) ?? null;
}

/** The probability, 0 to 1, that a certainty claims; `chance` is what guessing at the item gives. */
export function probabilityOf(certainty: Certainty, chance: number): number {
  return certainty === 'guessing' ? chance : certainty / 100;
}

/** True where an answer given with this certainty would surprise its giver by being wrong. */
export function isConfident(certainty: Certainty | null): boolean {
  return typeof certainty === 'number' && certainty >= confidentFrom;
}
