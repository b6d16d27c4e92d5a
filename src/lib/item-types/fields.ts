import type { Fields } from './contract.ts';

/** In words, why a form can't be this item's: a field that it does not have; null where it can. */
export function unknownField(fields: Fields, known: readonly string[]): string | null {
  const stranger = [...fields.keys()].find((name) => !known.includes(name));
  if (stranger === undefined) return null;
  return 'The form held a field that this question does not have. Nothing was stored. Reload the question and answer it again.';
}

/** For a value that was not among those offered. */
export const notOffered =
  'That choice is not one of this question’s. Nothing was stored. Reload the question and choose again.';

/** For a form in which nothing was chosen. */
export const nothingChosen = 'Choose an answer first. Nothing has been stored yet.';

/** True where a stored value is an object with fields to look at. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
