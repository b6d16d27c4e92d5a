import type { Say } from '../../messages/say.ts';
import type { Reading } from '../contract.ts';
import { refuse } from '../fields.ts';

/**
 * Reads the places that were given to the presented entries, in their order, and turns them round:
 * the number of the entry at the first place, at the second, and so on. Every place must be given
 * once; what is missing or doubled is named.
 */
export function readPlaces(
  given: readonly (readonly string[])[],
  say: Say,
): Reading<readonly number[]> {
  if (given.every((values) => (values[0] ?? '') === '')) {
    return refuse(say('answer.nothingChosen'));
  }
  const isOffered = (values: readonly string[]) =>
    values.length <= 1 && /^(?:[1-9]\d?)?$/.test(values[0] ?? '');
  const places = given.map((values) => Number(values[0] ?? 0));
  if (!given.every(isOffered) || places.some((place) => place > given.length)) {
    return refuse(say('answer.notOffered'));
  }
  const missing = places.filter((place) => place === 0).length;
  if (missing > 0) return refuse(say('answer.entriesUnplaced', { missing }));
  const doubled = places.find((place, index) => places.indexOf(place) < index);
  if (doubled !== undefined) return refuse(say('answer.placeTwice', { place: doubled }));
  return { ok: true, response: places.map((_place, index) => places.indexOf(index + 1) + 1) };
}
