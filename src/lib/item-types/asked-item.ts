import type { Say } from '../messages/say.ts';
import { seededRandom } from '../quiz/draw.ts';
import type { Item } from '../quiz/item.ts';
import type { AskedItem, ReviewedItem } from '../quiz/item-page.ts';
import { rulesFor } from './rules.ts';

/** A type's own part of an item as it is asked in a draw. */
export function askItem(item: Item, seed: string, say: Say): AskedItem {
  const delivered = rulesFor(item).deliver(item, seededRandom(seed), say);
  return { type: item.type, delivered } as AskedItem;
}

/** A type's own part of an item as it was answered; null where the response fits it no more. */
export function reviewItem(
  item: Item,
  seed: string,
  stored: unknown,
  say: Say,
): ReviewedItem | null {
  const rules = rulesFor(item);
  const response = rules.restore(stored);
  if (response === null) return null;
  const delivered = rules.deliver(item, seededRandom(seed), say);
  const review = rules.review(item, seededRandom(seed), response, say);
  return { type: item.type, delivered, review } as ReviewedItem;
}
