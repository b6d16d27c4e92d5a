import { digestOf } from '../../passage/digest.ts';
import type { BankId } from '../../quiz/ids.ts';
import type { Place } from '../issue.ts';
import { evidenceIn, quotationsOf } from '../item-block.ts';
import type { Lock, LockedPassage } from '../lock.ts';
import type { BankFile } from '../read-bank.ts';
import type { WrittenItem } from '../read-block.ts';
import type { LockedQuotation } from './classify-passages.ts';

/** A quotation of a bank, with what it is quoted for. */
export interface Quotation extends LockedQuotation {
  /** Relative to the content folder. */
  readonly file: string;
  readonly place: Place;
  readonly bank: BankId;
  /** The item's id; empty where its author gave none yet. */
  readonly item: string;
  /** True where the item's key rests on it: not for the nearest passage, nor for a wrong option. */
  readonly isProof: boolean;
}

/** Every quotation of every bank, in the order in which they are written. */
export function collectQuotations(files: readonly BankFile[], lock: Lock): Quotation[] {
  return files.flatMap((bank) =>
    bank.written.flatMap((written) => quotationsOfItem(written, bank, lock)),
  );
}

function quotationsOfItem({ block }: WrittenItem, bank: BankFile, lock: Lock): Quotation[] {
  const item = block.keys.get('id')?.value ?? '';
  const known: Readonly<Record<string, { readonly passages: readonly LockedPassage[] }>> =
    lock.banks[bank.id] ?? {};
  const locked = Object.hasOwn(known, item) ? (known[item]?.passages ?? []) : [];
  const evidence = new Set(evidenceIn(block));
  return quotationsOf(block).map(({ value: passage, place }, index) => {
    const digest = digestOf(passage.exact);
    const isIt = (each: LockedPassage | undefined) =>
      each?.source === passage.source && each.digest === digest;
    const before = isIt(locked[index]) ? locked[index] : locked.find(isIt);
    return {
      passage,
      lockedStart: before?.start ?? null,
      file: bank.path,
      place,
      bank: bank.id,
      item,
      isProof: evidence.has(passage) && !passage.near,
    };
  });
}
