import type { Item, ItemType } from '../quiz/item.ts';
import type { ItemTypeRules } from './contract.ts';
import { evidenceSelect } from './evidence-select/evidence-select.ts';
import { match } from './match/match.ts';
import { multipleResponse } from './multiple-response/multiple-response.ts';
import { numeric } from './numeric/numeric.ts';
import { order } from './order/order.ts';
import { singleChoice } from './single-choice/single-choice.ts';
import { textEntry } from './text-entry/text-entry.ts';
import { verdict } from './verdict/verdict.ts';
import { verdictWithEvidence } from './verdict-with-evidence/verdict-with-evidence.ts';

/** Every item type's rules; a type that is missing here is a compile error that names it. */
export const itemTypeRules = {
  'single-choice': singleChoice,
  'multiple-response': multipleResponse,
  verdict,
  numeric,
  'text-entry': textEntry,
  order,
  match,
  'evidence-select': evidenceSelect,
  'verdict-with-evidence': verdictWithEvidence,
} satisfies { [T in ItemType]: ItemTypeRules<T> };

/** The rules of an item's own type. */
export function rulesFor(item: Item): ItemTypeRules<ItemType> {
  // The registry pairs each type with its own rules, so an item always meets those of its own shape.
  return itemTypeRules[item.type] as unknown as ItemTypeRules<ItemType>;
}
