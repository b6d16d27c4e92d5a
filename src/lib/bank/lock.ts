import { digestOf } from '../passage/digest.ts';
import type { SourceId } from '../passage/source.ts';
import type { BankId, ItemId } from '../quiz/ids.ts';
import type { WrittenItem } from './read-block.ts';

/** What was proved of a source: its normal form's digest and length (UTF-16 units). */
export interface LockedSource {
  readonly digest: string;
  readonly length: number;
}

/** A passage that was found, and where it starts in the normal form of its source. */
export interface LockedPassage {
  readonly source: SourceId;
  readonly digest: string;
  readonly start: number;
}

/** An item as it was when it was locked. */
export interface LockedItem {
  /** Whole number from 1; raised when the digest changes. */
  readonly version: number;
  /** Of what carries the item's meaning; see {@link meaningOf}. */
  readonly digest: string;
  readonly passages: readonly LockedPassage[];
}

/** `banks.lock.json`. */
export interface Lock {
  readonly sources: Readonly<Record<SourceId, LockedSource>>;
  readonly banks: Readonly<Record<BankId, Readonly<Record<ItemId, LockedItem>>>>;
}

/** A lock that has proved nothing yet. */
export const emptyLock: Lock = { sources: recordOf([]), banks: recordOf([]) };

/** A lock as its file: sources, banks and items in the order of their names. */
export function writeLock(lock: Lock): string {
  const banks = Object.entries(lock.banks).map(([id, items]) => [id, byName(items)] as const);
  const whole = { sources: byName(lock.sources), banks: byName(recordOf(banks)) };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

function byName(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const names = Object.keys(record).sort();
  return recordOf(names.map((name) => [name, record[name]] as const));
}

/** A record that inherits no names: an item may be called `constructor`. */
export function recordOf<Value>(
  entries: Iterable<readonly [string, Value]>,
): Record<string, Value> {
  const record = Object.create(null) as Record<string, Value>;
  for (const [name, value] of entries) record[name] = value;
  return record;
}

/**
 * The digest of what makes an item the item it is: stem, options, key, evidence, and the keys that
 * bear on them. Replies and explanations may be bettered without a new version.
 */
export function meaningOf({ block }: WrittenItem): string {
  const telling = ['verdict', 'pick', 'compare', 'searched', 'score', 'type', 'as-of'];
  return digestOf(
    JSON.stringify([
      block.stem.value,
      telling.map((key) => block.keys.get(key)?.value ?? null),
      block.options.map(({ sign, text, isKey, quotation, group }) =>
        quotation ? [sign, text, isKey, quotation.source, group] : [sign, text, isKey],
      ),
      block.answer?.value ?? null,
      block.passages.map(({ value }) => [value.source, value.exact, value.near]),
    ]),
  );
}
