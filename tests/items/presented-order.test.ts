import { describe, expect, it } from 'vitest';
import { english } from '../../src/lib/messages/english.ts';
import { rulesFor } from '../../src/lib/item-types/rules.ts';
import { seededRandom } from '../../src/lib/quiz/draw.ts';
import type { Item } from '../../src/lib/quiz/item.ts';
import { everyItem } from './make-item.ts';

/** The parts of an item that are presented in a drawn order. */
const drawn = ['options', 'pairs', 'sentences'];

/** The item as if its author had written its list the other way round. */
function writtenBackwards(item: Item): Item {
  const parts = Object.entries(item).map(([name, part]): [string, unknown] => [
    name,
    drawn.includes(name) ? (part as readonly unknown[]).toReversed() : part,
  ]);
  return Object.fromEntries(parts) as unknown as Item;
}

const listed = everyItem.filter((item) => drawn.some((name) => name in item));

describe.each(listed.map((item) => [item.type, item] as const))('a %s item', (_type, item) => {
  it('stands in an order that does not tell the authored one, even to whoever knows the seed', () => {
    const rules = rulesFor(item);
    for (const seed of ['explainer/night/one', 'b', 'c', 'd']) {
      const delivered = rules.deliver(item, seededRandom(seed), english.say);
      expect(rules.deliver(writtenBackwards(item), seededRandom(seed), english.say)).toEqual(
        delivered,
      );
    }
  });
});
