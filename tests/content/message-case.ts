import type { Code } from '../../src/lib/bank/codes.ts';
import { head, lockOf, soundItem, type Given } from './collection-of.ts';

/** One way to go wrong, with where the author is sent and what the author is told to do. */
export interface MessageCase {
  readonly code: Code;
  /** What the author did, for the test's name. */
  readonly fault: string;
  readonly given: Given;
  /** `file:line:column` of the only issue of this code. */
  readonly at: string;
  /** A part of the message, where other faults have the same place and mend. */
  readonly says?: string;
  /** A part of the mend. */
  readonly mend: string;
}

/** The parts of an item, each replaceable; its stem stands on line 8 of the bank's file. */
export interface Parts {
  readonly stem?: string;
  readonly keys?: string;
  readonly body?: string;
  readonly evidence?: string;
  readonly why?: string;
}

/** The options of {@link item}. */
export const options = '- (x) Until Tuesday\n- ( ) Until Friday\n  > No report names a Friday.';
/** The quotation of {@link item}. */
export const quotation =
  '> [wire] Officials warned that repairs in the hills could take ==until Tuesday==.';

/** Lines: stem 8, keys 9–10, body from 12 on (three lines), evidence 16, why 18. */
export function item(parts: Parts): string {
  const { stem = '## How long could repairs take?', keys = 'id: repairs\nlevel: recall' } = parts;
  const { body = options, evidence = quotation, why = 'Why: the notice gives a day.' } = parts;
  return [`${stem}\n${keys}`, body, evidence, why].filter(Boolean).join('\n\n') + '\n';
}

/** A collection of one bank, `storm`, with these items. */
export function bank(...items: readonly string[]): Given {
  return { banks: { storm: [head, ...items].join('\n') } };
}

/** A collection of one bank with one item. */
export function withItem(parts: Parts): Given {
  return bank(item(parts));
}

/** A collection without a fault but that it was never locked. */
export const sound = bank(soundItem);
/** The lock of {@link sound}. */
export const soundLock = lockOf(sound);

/** Several sound items, told apart by number; `change` makes each one's text. */
export function manyItems(count: number, change: (text: string, index: number) => string): Given {
  return bank(
    ...Array.from({ length: count }, (_, index) =>
      change(soundItem.replace('id: repairs', `id: repairs-${index}`), index),
    ),
  );
}

/** A verdict item; its `verdict:` stands on line 11. */
export const claim = (verdict: string, keys = '') =>
  `## Claim: the storm was mild.\nid: mild\nlevel: judge\nverdict: ${verdict}${keys}\n\n${quotation}\n\nWhy: so it is.\n`;
