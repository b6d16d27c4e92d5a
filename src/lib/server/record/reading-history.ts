import type { Bank, Item } from '../../quiz/item.ts';
import type { OwnerId } from '../../quiz/ids.ts';
import { itemKey } from '../attempts/answered-items.ts';
import type { AttemptContext } from '../attempts/context.ts';
import type { OwnedAnswer } from '../storage/store.ts';

/** An item that is served, with what this browser answered to it. */
export interface ItemHistory {
  /** `bank/item`. */
  readonly key: string;
  readonly bank: Bank;
  readonly item: Item;
  /** What counts as what was known: later answers have seen the reveal. */
  readonly first: OwnedAnswer;
  /** What tells whether it is still missed. */
  readonly latest: OwnedAnswer;
}

/** Everything that this browser has answered of what is served, the earliest first. */
export async function readHistory(
  { library, now, store }: Pick<AttemptContext, 'library' | 'now' | 'store'>,
  owner: OwnerId | null,
): Promise<ItemHistory[]> {
  const histories = new Map<string, ItemHistory>();
  for (const answer of owner ? await store.listAnswered(owner, now()) : []) {
    const bank = library.banks.get(answer.bankId);
    const item = bank?.items.find(({ id }) => id === answer.itemId);
    if (!bank || !item) continue;
    const key = itemKey(bank.id, item.id);
    const before = histories.get(key);
    histories.set(key, { key, bank, item, first: before?.first ?? answer, latest: answer });
  }
  return [...histories.values()];
}
