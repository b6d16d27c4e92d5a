import type { Reading } from '../contract.ts';
import { nothingChosen, notOffered } from '../fields.ts';

/**
 * Reads the places that were given to the presented entries, in their order, and turns them round:
 * the number of the entry at the first place, at the second, and so on. Every place must be given
 * once; what is missing or doubled is named.
 */
export function readPlaces(given: readonly (readonly string[])[]): Reading<readonly number[]> {
  if (given.every((values) => (values[0] ?? '') === '')) {
    return { ok: false, message: nothingChosen };
  }
  const isOffered = (values: readonly string[]) =>
    values.length <= 1 && /^(?:[1-9]\d?)?$/.test(values[0] ?? '');
  const places = given.map((values) => Number(values[0] ?? 0));
  if (!given.every(isOffered) || places.some((place) => place > given.length)) {
    return { ok: false, message: notOffered };
  }
  const missing = places.filter((place) => place === 0).length;
  if (missing > 0) {
    const entries = missing === 1 ? 'One entry has' : `${missing} entries have`;
    const message = `${entries} no place yet. Give every entry a place. Nothing has been stored yet.`;
    return { ok: false, message };
  }
  const doubled = places.find((place, index) => places.indexOf(place) < index);
  if (doubled !== undefined) {
    const message = `Place ${doubled} is given twice. Give every entry a place of its own. Nothing has been stored yet.`;
    return { ok: false, message };
  }
  return { ok: true, response: places.map((_place, index) => places.indexOf(index + 1) + 1) };
}
