import type { Say } from '../messages/say.ts';
import type { Fields, Refusal } from './contract.ts';

/** In words, why a form can't be this item's: a field that it does not have; null where it can. */
export function unknownField(fields: Fields, known: readonly string[], say: Say): Refusal | null {
  const isStrange = [...fields.keys()].some((name) => !known.includes(name));
  return isStrange ? refuse(say('answer.unknownField')) : null;
}

/** A form that can't be taken, for this reason. */
export function refuse(message: string): Refusal {
  return { ok: false, message };
}

/** True where a stored value is an object with fields to look at. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
