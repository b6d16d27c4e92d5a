import type { Passage } from '../passage/passage.ts';
import type { ItemType, Authored, ScoreRule } from '../quiz/item.ts';
import { readVerdictLabel, type VerdictLabel } from '../quiz/verdict-label.ts';
import type { Code } from './codes.ts';
import type { Place } from './issue.ts';

/** A text with the place where its author wrote it. */
export interface Located<Value = string> {
  readonly value: Value;
  readonly place: Place;
}

/** What a line of an item's list can be: one right, several right, an order, a pair. */
export type ListSign = 'radio' | 'checkbox' | 'order' | 'pair';

/**
 * A sign in an item's syntax from which its type follows. A type is written with exactly one set of
 * signs; a set that no type claims is an error, never a guess.
 */
export type Sign = ListSign | 'number' | 'text' | 'verdict' | 'pick';

/** One entry of an item's list. */
export interface OptionLine {
  readonly sign: ListSign;
  readonly text: string;
  readonly place: Place;
  /** `(x)` or `[x]`. Always false for an order or a pair. */
  readonly isKey: boolean;
  /** The indented quotation below the entry, or null. */
  readonly reply: string | null;
  /** The misreading that this option stands for (`#trap name`), or null. */
  readonly trap: string | null;
  /** The sentence that the entry quotes where an item lets sentences be picked; else null. */
  readonly quotation: Passage | null;
  /** Which complete proof a keyed sentence belongs to (`#group name`), or null. */
  readonly group: string | null;
}

/** `not <value>: reply`: an expected wrong entry and what to say to it. */
export interface ExpectedWrong {
  readonly value: Located;
  readonly reply: string;
  readonly trap: string | null;
}

/** One item as its Markdown says it, before its type has read its part. */
export interface ItemBlock {
  readonly stem: Located;
  /** The `key: value` lines, by key. */
  readonly keys: ReadonlyMap<string, Located>;
  readonly signs: ReadonlySet<Sign>;
  readonly options: readonly OptionLine[];
  /** What stands behind `=`, or null. */
  readonly answer: Located | null;
  readonly expectedWrong: readonly ExpectedWrong[];
  readonly passages: readonly Located<Passage>[];
  readonly score: ScoreRule;
}

/** Every quotation of an item: its passages, then the sentences that it lets be picked. */
export function quotationsOf({ passages, options }: ItemBlock): Located<Passage>[] {
  const picked = options.flatMap(({ quotation, place }) =>
    quotation ? [{ value: quotation, place }] : [],
  );
  return [...passages, ...picked];
}

/** What proves an item's key: its passages, and the right ones among the sentences to pick. */
export function evidenceIn({ passages, options }: ItemBlock): Passage[] {
  const keyed = options.flatMap(({ quotation, isKey }) => (quotation && isKey ? [quotation] : []));
  return [...passages.map(({ value }) => value), ...keyed];
}

/** The verdict of an item, however its author spelled it; null where it has none that can be read. */
export function verdictIn({ keys }: Pick<ItemBlock, 'keys'>): VerdictLabel | null {
  return readVerdictLabel(keys.get('verdict')?.value ?? '');
}

/** Reports a fault at a place of the item; the parser adds file and name. */
export type Report = (code: Code, place: Place, message: string, mend: string) => void;

/** An item type as the parser knows it: its signs, and how its own part is read. */
export interface ItemTypeSyntax<T extends ItemType = ItemType> {
  readonly type: T;
  readonly signs: readonly Sign[];
  /** The keys that this type allows beside those of every item. */
  readonly keys: readonly string[];
  /** Reads the type's own part, reports every fault, and gives null where there was one. */
  readonly parse: (block: ItemBlock, report: Report) => Authored<T> | null;
}
