/** What an item's place among the others asks for. */
export type Quadrant = 'discuss' | 'fine' | 'too-easy' | 'check-key';

/** All of {@link Quadrant}, in the order in which they are told. */
export const quadrants: readonly Quadrant[] = ['check-key', 'discuss', 'too-easy', 'fine'];

/** The facility up to which an item is a hard one. */
export const hardUpTo = 0.5;
/** The r with the rest score from which on an item tells those who know (Ebel & Frisbie 1991). */
export const tellsFrom = 0.2;

/**
 * The quadrant of an item by facility and r with the rest score: one that few get right is worth a
 * discussion where it tells those who know, and a look at its key where it does not.
 */
export function quadrantOf(facility: number, restR: number): Quadrant {
  if (restR >= tellsFrom) return facility <= hardUpTo ? 'discuss' : 'fine';
  return facility <= hardUpTo ? 'check-key' : 'too-easy';
}
