import type { Explainer } from '../../bank/explainer.ts';
import { quotationsOf } from '../../bank/item-block.ts';
import type { CheckedCollection } from '../../bank/read-collection.ts';
import type { Span } from '../../passage/passage.ts';
import type { SourceText } from '../../passage/source-text.ts';
import type { SourceId } from '../../passage/source.ts';
import type { Bank } from '../../quiz/item.ts';
import type { BankId, ItemId } from '../../quiz/ids.ts';
import type { Shelf } from '../../item-types/reveal-item.ts';
import { contextOf } from '../sources/context-of.ts';

/** A quotation of an item at its place in the article. Server only: `marks` tell the key. */
export interface PlacedQuotation {
  readonly bank: BankId;
  readonly item: ItemId;
  /** UTF-16 units from the beginning of the article's normal form. */
  readonly start: number;
  readonly exact: string;
  /** Which of several places its author named, from 1; null where none was. */
  readonly occurrence: number | null;
  /** The decisive words, by offsets in `exact`. */
  readonly marks: readonly Span[];
}

/** The content that is being served: banks without an error, and every source card. */
export interface Library extends Shelf {
  readonly banks: ReadonlyMap<BankId, Bank>;
  /** Explainers of which every passage and question is served, by their names. */
  readonly explainers: ReadonlyMap<string, Explainer>;
  /** Everything that the served banks quote from a source, in the order of banks and items. */
  readonly quotations: ReadonlyMap<SourceId, readonly PlacedQuotation[]>;
  /** The articles that are at hand and whose cards allow them to be shown whole. */
  readonly openTexts: ReadonlyMap<SourceId, SourceText>;
  /** The length of each article's normal form, in UTF-16 units, as it was locked. */
  readonly lengths: ReadonlyMap<SourceId, number>;
}

/** What of a checked collection is served. */
export function makeLibrary(checked: CheckedCollection): Library {
  const { banks, sources, texts, lock } = checked;
  const places = {
    quotations: placeQuotations(checked),
    openTexts: new Map([...texts].filter(([id]) => sources.get(id)?.mayBeShownWhole)),
  };
  return {
    ...places,
    banks: new Map(banks.map((bank) => [bank.id, bank])),
    sources,
    explainers: new Map(
      checked.explainers
        .filter((explainer) => isServed(explainer, banks))
        .map((explainer) => [explainer.slug, explainer]),
    ),
    contextOf: (passage) => contextOf(places, passage),
    lengths: new Map(
      Object.entries(lock.sources).map(([id, { length }]) => [id as SourceId, length]),
    ),
  };
}

function isServed({ citations, questions }: Explainer, banks: readonly Bank[]): boolean {
  const served = new Set(banks.map(({ id }) => id));
  return [...citations, ...questions].every(({ bank }) => served.has(bank));
}

function placeQuotations({ banks, files, lock }: CheckedCollection) {
  const placed = new Map<SourceId, PlacedQuotation[]>();
  const served = new Set(banks.map(({ id }) => id));
  for (const file of files.filter(({ id }) => served.has(id))) {
    for (const { item, written } of file.items) {
      const locked = lock.banks[file.id]?.[item.id]?.passages ?? [];
      quotationsOf(written.block).forEach(({ value }, index) => {
        const start = locked[index]?.start;
        if (start === undefined) return;
        const { source, exact, occurrence, marks } = value;
        const quotation = { bank: file.id, item: item.id, start, exact, occurrence, marks };
        placed.set(source, [...(placed.get(source) ?? []), quotation]);
      });
    }
  }
  return placed;
}
