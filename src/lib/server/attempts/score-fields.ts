import type { Fields, Reading } from '../../item-types/contract.ts';
import { rulesFor } from '../../item-types/rules.ts';
import { seededRandom } from '../../quiz/draw.ts';
import type { Item } from '../../quiz/item.ts';
import type { Answer } from '../storage/store.ts';
import { drawSeedOf } from './sitting.ts';

/** A scored answer, before it belongs to an attempt. */
export type ScoredAnswer = Omit<Answer, 'attemptId' | 'answeredAt'>;

/** True where a form answers the item as it is now: what was revised since has to be read again. */
export function isCurrent(item: Item, fields: Fields): boolean {
  const [version, ...more] = fields.get('version') ?? [];
  return version === String(item.version) && more.length === 0;
}

/** Reads and scores a posted form against the draw of its attempt. */
export function scoreFields(
  attempt: { readonly seed: string },
  item: Item,
  fields: Fields,
): Reading<ScoredAnswer> {
  const own = new Map([...fields].filter(([name]) => name !== 'version'));
  const rules = rulesFor(item);
  const reading = rules.read(item, seededRandom(drawSeedOf(attempt, item)), own);
  if (!reading.ok) return reading;
  const { points, maxPoints, correct } = rules.score(item, reading.response);
  const { id: itemId, version: itemVersion } = item;
  const response = { itemId, itemVersion, response: reading.response, points, maxPoints, correct };
  return { ok: true, response };
}
