/** What an item's place among the others asks for. */
export type Quadrant = 'discuss' | 'fine' | 'too-easy' | 'check-key';

/** All of {@link Quadrant}, in the order in which they are told. */
export const quadrants: readonly Quadrant[] = ['check-key', 'discuss', 'too-easy', 'fine'];

/** The facility up to which enough is missed to talk of: a quarter of the points. */
export const missedUpTo = 0.75;
/** The r with the rest score from which on an item tells those who know (Ebel & Frisbie 1991). */
export const tellsFrom = 0.2;

/**
 * The quadrant of an item by facility and r with the rest score: one that many miss is worth a discussion
 * where it tells those who know, and a look at its key where it does not.
 */
export function quadrantOf(facility: number, restR: number): Quadrant {
  if (restR >= tellsFrom) return facility <= missedUpTo ? 'discuss' : 'fine';
  return facility <= missedUpTo ? 'check-key' : 'too-easy';
}
