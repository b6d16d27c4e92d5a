import type { ItemTypeRules } from '../../item-types/contract.ts';
import { itemTypeRules, rulesFor } from '../../item-types/rules.ts';
import type { Item, ItemType } from '../../quiz/item.ts';
import { rescoredOutcome, type Rescore } from '../../quiz/rescore.ts';
import type { Answer } from '../storage/store.ts';

/** An answer as it counts after the corrections of its assignment. */
export interface RescoredAnswer {
  readonly answer: Answer | null;
  /** Those that hold for its item. */
  readonly rescores: readonly Rescore[];
  readonly isDropped: boolean;
}

/** A response as data files write it; empty where it has not its type's form. */
export function writtenResponse(item: Item, stored: unknown): string {
  const { restore, tabled } = rulesFor(item);
  const response = restore(stored);
  return response === null ? '' : tabled.response(response);
}

/**
 * A response to an item that is gone, by its form alone: as the type that reads the most of it writes
 * it. So an answer that was accepted stays accepted when its bank withdraws the item.
 */
export function writtenByForm(stored: unknown): string {
  const rules = Object.values(itemTypeRules) as unknown as ItemTypeRules<ItemType>[];
  return rules
    .map(({ restore, tabled }) => {
      const response = restore(stored);
      return response === null ? '' : tabled.response(response);
    })
    .reduce((longest, each) => (each.length > longest.length ? each : longest), '');
}

/** Applies the corrections of an assignment to an answer. What the learner gave stays as it is. */
export function rescoredAnswer(
  item: Item,
  answer: Answer | null,
  all: readonly Rescore[],
): RescoredAnswer {
  const rescores = all.filter((each) => each.itemId === item.id && each.withdrawnAt === null);
  const isDropped = rescores.some(({ kind }) => kind === 'drop');
  if (answer === null || isDropped || rescores.length === 0) return { answer, rescores, isDropped };
  const written = writtenResponse(item, answer.response);
  const outcome = rescoredOutcome(rescores, item.id, written, answer);
  return { answer: { ...answer, ...outcome }, rescores, isDropped };
}
