import type { BankId } from '../../quiz/ids.ts';
import type { PassageChange } from './classify-passages.ts';
import type { DriftedQuotation } from './find-drift.ts';
import { keepsMarkedWords } from './marked-words.ts';

/** What can become of a passage, from the least to the gravest. */
export const changeKinds = ['same', 'moved', 'ambiguous', 'reworded', 'gone'] as const;

/** An item of which a passage is no longer as it was. */
export interface TouchedItem {
  readonly bank: BankId;
  /** The item's id; empty where its author gave none yet. */
  readonly item: string;
  /** The gravest change among its passages. */
  readonly kind: PassageChange['kind'];
  /** False where a passage that proves its key is gone, or has lost its marked words. */
  readonly isKeyCarried: boolean;
}

/** The items of which some passage has changed, in the order of the banks. */
export function touchedItems(quotations: readonly DriftedQuotation[]): TouchedItem[] {
  const byItem = Map.groupBy(quotations, ({ bank, item }) => `${bank}/${item}`);
  return [...byItem.values()].flatMap((own) => {
    const gravest = Math.max(...own.map(({ change }) => changeKinds.indexOf(change.kind)));
    const [first] = own;
    const kind = changeKinds[gravest];
    if (!first || !kind || kind === 'same') return [];
    const { bank, item } = first;
    return [{ bank, item, kind, isKeyCarried: own.every(carriesKey) }];
  });
}

/** False for a proof that is gone, or has lost the words on which the key rests. */
export function carriesKey({ passage, isProof, change }: DriftedQuotation): boolean {
  if (!isProof || (change.kind !== 'gone' && change.kind !== 'reworded')) return true;
  return change.kind === 'reworded' && keepsMarkedWords(passage, change.nearest);
}
