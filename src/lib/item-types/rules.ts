import type { Item, ItemType } from '../quiz/item.ts';
import type { ItemTypeRules } from './contract.ts';
import { multipleResponse } from './multiple-response/multiple-response.ts';
import { numeric } from './numeric/numeric.ts';
import { singleChoice } from './single-choice/single-choice.ts';
import { verdict } from './verdict/verdict.ts';

/** Every item type's rules; a type that is missing here is a compile error that names it. */
export const itemTypeRules = {
  'single-choice': singleChoice,
  'multiple-response': multipleResponse,
  verdict,
  numeric,
} satisfies { [T in ItemType]: ItemTypeRules<T> };

/** The rules of an item's own type. */
export function rulesFor(item: Item): ItemTypeRules<ItemType> {
  // The registry pairs each type with its own rules, so an item always meets those of its own shape.
  return itemTypeRules[item.type] as unknown as ItemTypeRules<ItemType>;
}
