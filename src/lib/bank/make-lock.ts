import { digestOf } from '../passage/digest.ts';
import { findPassage } from '../passage/find-passage.ts';
import type { SourceId } from '../passage/source.ts';
import type { BankId, ItemId } from '../quiz/ids.ts';
import {
  meaningOf,
  recordOf,
  type Lock,
  type LockedItem,
  type LockedPassage,
  type LockedSource,
} from './lock.ts';
import { quotationsOf } from './item-block.ts';
import type { CheckedCollection } from './read-collection.ts';
import type { TypedItem } from './type-item.ts';

/** How a lock is made. */
export interface LockOptions {
  /** Changed items keep their version: nothing but a slip of the pen was mended. */
  readonly isMinor: boolean;
  /** Published items (`bank/item`) and banks that may be gone. */
  readonly retire: readonly string[];
}

/**
 * Locks what a check has proved: to be called once it has no error but those that a lock mends, and
 * with the text of every quoted source at hand.
 */
export function makeLock(checked: CheckedCollection, options: LockOptions): Lock {
  const { lock, texts, files } = checked;
  const sources = recordOf(Object.entries(lock.sources)) as Record<SourceId, LockedSource>;
  for (const [id, text] of texts) {
    sources[id] = { digest: text.digest, length: text.normal.length };
  }
  const banks: Record<BankId, Readonly<Record<ItemId, LockedItem>>> = recordOf([]);
  for (const [id, items] of Object.entries(lock.banks)) {
    if (!options.retire.includes(id)) banks[id as BankId] = items;
  }
  for (const bank of files) {
    const items: Record<ItemId, LockedItem> = recordOf([]);
    const before = lock.banks[bank.id] ?? recordOf<LockedItem>([]);
    for (const [id, item] of Object.entries(before)) {
      if (!options.retire.includes(`${bank.id}/${id}`)) items[id as ItemId] = item;
    }
    for (const typed of bank.items) {
      items[typed.item.id] = lockItem(typed, before[typed.item.id], checked, options);
    }
    if (bank.items.length > 0 || bank.id in lock.banks) banks[bank.id] = items;
  }
  return { sources, banks };
}

function lockItem(
  { written }: TypedItem,
  before: LockedItem | undefined,
  checked: CheckedCollection,
  options: LockOptions,
): LockedItem {
  const digest = meaningOf(written);
  const isChanged = before !== undefined && before.digest !== digest && !options.isMinor;
  return {
    version: (before?.version ?? 1) + (isChanged ? 1 : 0),
    digest,
    passages: quotationsOf(written.block).map(({ value }) => lockPassage(value, checked)),
  };
}

function lockPassage(
  passage: { source: SourceId; exact: string; occurrence: number | null },
  { texts }: CheckedCollection,
): LockedPassage {
  const text = texts.get(passage.source)?.normal ?? '';
  const found = findPassage(text, passage.exact, passage.occurrence);
  if (found.kind !== 'found') throw new Error(`Not proved: a passage of ${passage.source}`);
  return { source: passage.source, digest: digestOf(passage.exact), start: found.start };
}
