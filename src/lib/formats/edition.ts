import { digestOf } from '../passage/digest.ts';
import type { Source } from '../passage/source.ts';
import { isDay } from '../quiz/correction.ts';
import type { Bank } from '../quiz/item.ts';
import type { Edition } from './package-content.ts';

/**
 * The edition of a bank with its sources: named by what it holds, dated by the latest day that it names:
 * of its last change, of a correction, or on which a source was fetched.
 */
export function editionOf(bank: Bank, sources: readonly Source[]): Edition {
  const days = [
    bank.updated ?? '',
    ...bank.items.flatMap(({ corrections }) => corrections.map(({ on }) => on)),
    ...sources.map(({ retrieved }) => retrieved ?? ''),
  ];
  return {
    version: digestOf(JSON.stringify([bank, sources])).slice(0, 8),
    date: days.filter(isDay).toSorted().at(-1) ?? null,
  };
}

/** An edition in one word of at most 20 signs: its day first, so that later ones sort later. */
export function editionText({ date, version }: Edition): string {
  return date === null ? version : `${date}.${version}`;
}
