import type { PackageContent } from '../formats/package-content.ts';
import { rulesFor } from '../item-types/rules.ts';
import { readCertainty } from '../quiz/certainty.ts';
import { seededRandom } from '../quiz/draw.ts';
import type { GivenAnswer } from '../quiz/given-answer.ts';
import type { ItemId } from '../quiz/ids.ts';
import type { Item } from '../quiz/item.ts';
import { outcomeOf } from '../quiz/outcome.ts';
import { beginAttempt, type PlayedAttempt } from './attempt.ts';

/** The form of a written state; raised when it changes its meaning, and then others begin anew. */
const stateVersion = 1;
/** Different names that a tag can tell apart: four signs of base 36. */
const tags = 36 ** 4;

/** The item's tag, its response or else its points alone, and how sure the learner was. */
type Entry = readonly [tag: string, given: unknown, certainty?: string];

/** Names items of this version in four signs at most; those that would be called alike, by their ids. */
function tagsOf(items: readonly Item[]): ReadonlyMap<Item, string> {
  const nameOf = ({ id, version }: Item) => `${id}/${version}`;
  const short = items.map((item) => Math.floor(seededRandom(nameOf(item))() * tags).toString(36));
  const isAlone = (tag: string) => short.indexOf(tag) === short.lastIndexOf(tag);
  return new Map(
    items.map((item, index) => {
      const tag = short[index] ?? '';
      return [item, isAlone(tag) ? tag : nameOf(item)] as const;
    }),
  );
}

/**
 * An attempt as text of at most `longest` UTF-16 units. Where they are too few, of the longest
 * responses only the points are kept; the empty text where not even these fit.
 */
export function writeState({ answers, items, seed }: PlayedAttempt, longest: number): string {
  const entries = [...tagsOf(items)].flatMap(([{ id }, tag]) => {
    const answer = answers.get(id);
    return answer ? [{ full: entryOf(tag, answer), brief: briefEntryOf(tag, answer) }] : [];
  });
  const written = entries.map(({ full }) => JSON.stringify(full));
  const lengthOf = () => stateOf(seed, written).length;
  const byLength = written
    .map((text, index) => ({ index, length: text.length }))
    .toSorted((one, other) => other.length - one.length);
  for (const { index } of byLength) {
    if (lengthOf() <= longest) break;
    written[index] = JSON.stringify(entries[index]?.brief);
  }
  return lengthOf() <= longest ? stateOf(seed, written) : '';
}

function stateOf(seed: string, entries: readonly string[]): string {
  return `[${stateVersion},${JSON.stringify(seed)},[${entries.join(',')}]]`;
}

function entryOf(tag: string, { certainty, points, response }: GivenAnswer): Entry {
  const given = response ?? briefPoints(points);
  return certainty === null ? [tag, given] : [tag, given, String(certainty)];
}

function briefEntryOf(tag: string, { points }: GivenAnswer): Entry {
  return [tag, briefPoints(points)];
}

function briefPoints(points: number): number {
  return Math.round(points * 10_000) / 10_000;
}

/**
 * The attempt of a written state, its answers scored by the rules of today; null for what is no such
 * state. An answer to an item that was revised since, or is gone, is left out, so that it is asked anew.
 */
export function readState(
  content: Pick<PackageContent, 'bank' | 'options'>,
  state: string | null,
): PlayedAttempt | null {
  const [version, seed, entries] = parsed(state);
  if (version !== stateVersion || typeof seed !== 'string' || !Array.isArray(entries)) return null;
  const attempt = beginAttempt(content, seed);
  const itemOf = new Map([...tagsOf(attempt.items)].map(([item, tag]) => [tag, item]));
  const answers = new Map<ItemId, GivenAnswer>();
  for (const entry of entries as unknown[]) {
    const [tag, given, certainty] = Array.isArray(entry) ? (entry as unknown[]) : [];
    const item = itemOf.get(String(tag));
    const answer = item && answerOf(item, given, readCertainty(String(certainty)));
    if (answer) answers.set(item.id, answer);
  }
  return { ...attempt, answers };
}

function parsed(state: string | null): unknown[] {
  try {
    const value: unknown = JSON.parse(state ?? '');
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function answerOf(
  item: Item,
  given: unknown,
  certainty: GivenAnswer['certainty'],
): GivenAnswer | null {
  const rules = rulesFor(item);
  const { maxPoints } = rules.tabled;
  const response = typeof given === 'number' ? null : rules.restore(given);
  if (response === null && typeof given !== 'number') return null;
  const outcome =
    response === null
      ? outcomeOf(Number(given) / maxPoints, maxPoints)
      : rules.score(item, response);
  return {
    ...outcome,
    itemId: item.id,
    itemVersion: item.version,
    response,
    certainty,
    chance: rules.chance(item),
    inWords: null,
    answeredAt: 0,
  };
}
