import type { Say } from '../messages/say.ts';
import { readCertainty, type Certainty } from '../quiz/certainty.ts';
import { drawSeedOf, seededRandom } from '../quiz/draw.ts';
import type { GivenAnswer } from '../quiz/given-answer.ts';
import type { Item } from '../quiz/item.ts';
import type { Fields, Reading } from './contract.ts';
import { rulesFor } from './rules.ts';

/** A scored answer, before it belongs to an attempt. */
export type ScoredAnswer = Omit<GivenAnswer, 'answeredAt'>;

/** True where a form answers the item as it is now: what was revised since has to be read again. */
export function isCurrent(item: Item, fields: Fields): boolean {
  const [version, ...more] = fields.get('version') ?? [];
  return version === String(item.version) && more.length === 0;
}

/** Fields that every question's form may have beside its type's own. */
const commonFields: readonly string[] = ['version', 'certainty', 'certainty-asked'];

/** How sure the learner says to be; null where they do not say, undefined where it is none of the five. */
function readCertaintyField(fields: Fields): Certainty | null | undefined {
  const [value, ...more] = fields.get('certainty') ?? ['skip'];
  if (value === undefined || more.length > 0) return undefined;
  return value === 'skip' ? null : (readCertainty(value) ?? undefined);
}

/** Reads and scores a posted form, with its certainty, against the draw of its attempt. */
export function scoreFields(
  attempt: { readonly seed: string },
  item: Item,
  fields: Fields,
  say: Say,
): Reading<ScoredAnswer> {
  const own = new Map([...fields].filter(([name]) => !commonFields.includes(name)));
  const rules = rulesFor(item);
  const certainty = readCertaintyField(fields);
  if (certainty === undefined) return { ok: false, message: say('certainty.unknown') };
  const reading = rules.read(item, seededRandom(drawSeedOf(attempt, item)), own, say);
  if (!reading.ok) return reading;
  const { points, maxPoints, correct } = rules.score(item, reading.response);
  const { given, answer: right } = rules.account(item, reading.response, say);
  const response = {
    itemId: item.id,
    itemVersion: item.version,
    response: reading.response,
    points,
    maxPoints,
    correct,
    certainty,
    chance: rules.chance(item),
    inWords: { given, right },
  };
  return { ok: true, response };
}
