import type { SourceText } from '../../passage/source-text.ts';
import type { SourceId } from '../../passage/source.ts';
import { isError } from '../codes.ts';
import type { CheckedCollection } from '../read-collection.ts';
import { classifyPassages, type PassageChange } from './classify-passages.ts';
import { collectQuotations, type Quotation } from './collect-quotations.ts';
import { touchedItems, type TouchedItem } from './item-drift.ts';

/** A quotation and what has become of it. */
export interface DriftedQuotation extends Quotation {
  readonly change: PassageChange;
}

/** What has become of the quotations of one article. */
export interface SourceDrift {
  readonly source: SourceId;
  /** True where the new text is the one that was locked. */
  readonly isLockedText: boolean;
  /** What told where passages stood before: the old text, the lock, or nothing. */
  readonly order: 'text' | 'lock' | 'unknown';
  readonly quotations: readonly DriftedQuotation[];
}

/** What new texts make of a collection. */
export interface Drift {
  readonly sources: readonly SourceDrift[];
  readonly items: readonly TouchedItem[];
  /** `bank/item` of each item whose key the new texts no longer carry. */
  readonly lostKeys: readonly string[];
  /** Errors that the banks have of themselves, so that some quotations could not be read. */
  readonly errors: number;
}

/** Holds a collection's quotations against new texts of its articles. */
export function findDrift(
  checked: CheckedCollection,
  news: ReadonlyMap<SourceId, SourceText>,
): Drift {
  const quotations = collectQuotations(checked.files, checked.lock);
  const sources = [...news].map(([source, now]) => {
    const own = quotations.filter(({ passage }) => passage.source === source);
    return driftOf(source, now, own, checked);
  });
  const items = touchedItems(sources.flatMap((each) => each.quotations).sort(inWrittenOrder));
  const lost = items.filter(({ isKeyCarried }) => !isKeyCarried);
  return {
    sources,
    items,
    lostKeys: lost.map(({ bank, item }) => `${bank}/${item}`),
    errors: checked.issues.filter(isError).length,
  };
}

function inWrittenOrder(one: Quotation, other: Quotation): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return one.place.line - other.place.line;
}

function driftOf(
  source: SourceId,
  now: SourceText,
  quotations: readonly Quotation[],
  { texts, lock }: CheckedCollection,
): SourceDrift {
  const old = texts.get(source);
  // Whoever has put the new text in the old one's place still has the lock to tell the old order.
  const before = old && old.digest !== now.digest ? old : null;
  const changes = classifyPassages(quotations, { before, now });
  const isInLock = quotations.some(({ lockedStart }) => lockedStart !== null);
  return {
    source,
    isLockedText: lock.sources[source]?.digest === now.digest,
    order: before ? 'text' : isInLock ? 'lock' : 'unknown',
    quotations: quotations.flatMap((each, index) => {
      const change = changes[index];
      return change ? [{ ...each, change }] : [];
    }),
  };
}
