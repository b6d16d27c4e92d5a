import { findPassage } from '../../passage/find-passage.ts';
import type { Passage } from '../../passage/passage.ts';
import type { SourceText } from '../../passage/source-text.ts';
import { wordDiff, type WordRun } from '../../passage/word-diff.ts';
import { keptOrder, type Shift } from './kept-order.ts';
import { nearestStretch } from './nearest-stretch.ts';
import { sentenceShifts } from './sentence-shifts.ts';

/** What has become of a passage. */
export type PassageChange =
  /** It stands where it stood among the others. */
  | { readonly kind: 'same' }
  /** It stands elsewhere among the others. */
  | { readonly kind: 'moved' }
  /** It stands `count` times, and the bank does not say which is meant, or names none of them. */
  | { readonly kind: 'ambiguous'; readonly count: number }
  /** Something alike stands there; `runs` tell how it differs. */
  | { readonly kind: 'reworded'; readonly nearest: string; readonly runs: readonly WordRun[] }
  | { readonly kind: 'gone' };

/** A passage, and where it started when it was locked: null where the lock does not know it. */
export interface LockedQuotation {
  readonly passage: Passage;
  readonly lockedStart: number | null;
}

/** The texts of one article; the old one is null where it is not at hand. */
export interface Versions {
  readonly before: SourceText | null;
  readonly now: SourceText;
}

/**
 * What has become of each passage of one article, in the order in which they are given. Their order
 * is judged by each other and, where the old text is at hand, by all sentences: what was added or cut
 * before a passage moves nothing.
 */
export function classifyPassages(
  quotations: readonly LockedQuotation[],
  { before, now }: Versions,
): PassageChange[] {
  const starts = quotations.map(({ passage, lockedStart }) =>
    before ? (placesOf(passage, before)[0] ?? null) : lockedStart,
  );
  const shifts = quotations.flatMap(({ passage }, index): Shift[] => {
    const start = starts[index] ?? null;
    return start === null ? [] : placesOf(passage, now).map((at) => ({ before: start, now: at }));
  });
  const kept = keptOrder([...(before ? sentenceShifts(before, now) : []), ...shifts]);
  return quotations.map(({ passage }, index) => {
    const found = findPassage(now.normal, passage.exact, passage.occurrence);
    if (found.kind === 'ambiguous') return { kind: 'ambiguous', count: found.count };
    if (found.kind === 'absent') return changeOfAbsent(passage, { before, now });
    const start = starts[index] ?? null;
    return { kind: start === null || kept.has(start) ? 'same' : 'moved' };
  });
}

/** Where a passage can be meant: at its named occurrence, or else wherever it stands. */
function placesOf({ exact, occurrence }: Passage, { normal }: SourceText): number[] {
  const places: number[] = [];
  for (let number = occurrence ?? 1; ; number += 1) {
    const found = findPassage(normal, exact, number);
    if (found.kind !== 'found') return places;
    places.push(found.start);
    if (occurrence !== null) return places;
  }
}

function changeOfAbsent({ exact }: Passage, { before, now }: Versions): PassageChange {
  const nearest = nearestStretch(exact, before, now);
  return nearest === null
    ? { kind: 'gone' }
    : { kind: 'reworded', nearest, runs: wordDiff(exact, nearest) };
}
