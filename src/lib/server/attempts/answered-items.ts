import type { AttemptId, BankId, ItemId, OwnerId } from '../../quiz/ids.ts';
import type { AttemptContext } from './context.ts';

/** An item that this browser has answered, and where its first answer can be seen. */
export interface AnsweredItem {
  readonly attemptId: AttemptId;
  readonly itemId: ItemId;
  /** The bank's. */
  readonly title: string;
  readonly stem: string;
  readonly href: string;
}

/** An item's name across banks. */
export function itemKey(bank: BankId, item: ItemId): string {
  return `${bank}/${item}`;
}

/** What this browser has answered of the items that are served, by {@link itemKey}. */
export async function answeredItems(
  { library, now, store }: AttemptContext,
  owner: OwnerId | null,
): Promise<ReadonlyMap<string, AnsweredItem>> {
  const answered = new Map<string, AnsweredItem>();
  for (const { attemptId, bankId, itemId } of owner ? await store.listAnswered(owner, now()) : []) {
    const bank = library.banks.get(bankId);
    const item = bank?.items.find(({ id }) => id === itemId);
    const key = itemKey(bankId, itemId);
    if (!bank || !item || answered.has(key)) continue;
    const href = `/attempts/${attemptId}/items/${itemId}`;
    answered.set(key, { attemptId, itemId, title: bank.title, stem: item.stem, href });
  }
  return answered;
}
