import type { Misreading } from './account.ts';
import type { ItemId } from './ids.ts';
import type { Outcome } from './outcome.ts';

/** One answered item, as the results count it. */
export interface Scored {
  readonly itemId: ItemId;
  readonly outcome: Outcome;
  readonly misreadings: readonly Misreading[];
}

/** A way of misreading, and where it caught the learner. */
export interface MisreadingGroup {
  /** The trap's name in words. */
  readonly trap: string;
  readonly cases: readonly (Misreading & { readonly itemId: ItemId })[];
}

/** What a finished attempt comes to. */
export interface Results {
  readonly points: number;
  readonly maxPoints: number;
  /** Items with every point. */
  readonly right: number;
  readonly total: number;
  /** Items without every point, in order. */
  readonly missed: readonly ItemId[];
  /** Those that the author gave a name, the most frequent first. */
  readonly misreadings: readonly MisreadingGroup[];
}

/** A trap's slug as words: `false-conflict` → "false conflict". */
export function trapWords(trap: string): string {
  return trap.replaceAll('-', ' ');
}

/** Counts a finished attempt. */
export function resultsOf(scored: readonly Scored[]): Results {
  const missed = scored.filter(({ outcome }) => !outcome.correct);
  return {
    points: scored.reduce((sum, { outcome }) => sum + outcome.points, 0),
    maxPoints: scored.reduce((sum, { outcome }) => sum + outcome.maxPoints, 0),
    right: scored.length - missed.length,
    total: scored.length,
    missed: missed.map(({ itemId }) => itemId),
    misreadings: groupMisreadings(scored),
  };
}

function groupMisreadings(scored: readonly Scored[]): MisreadingGroup[] {
  const groups = new Map<string, MisreadingGroup['cases'][number][]>();
  for (const { itemId, misreadings } of scored) {
    for (const misreading of misreadings) {
      const { given, reply, trap } = misreading;
      if (trap === null) continue;
      groups.set(trap, [...(groups.get(trap) ?? []), { given, reply, trap, itemId }]);
    }
  }
  return [...groups]
    .map(([trap, cases]) => ({ trap: trapWords(trap), cases }))
    .sort((one, other) => other.cases.length - one.cases.length);
}

/** Points for readers: whole numbers bare, shares with two decimals at most. */
export function pointsText(points: number): string {
  return String(Math.round(points * 100) / 100);
}
