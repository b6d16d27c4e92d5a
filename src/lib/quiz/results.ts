import type { Misreading } from './account.ts';
import { calibrationOf, type Calibration, type Prediction } from './calibration.ts';
import { isConfident, type Certainty } from './certainty.ts';
import { discernmentOf, type Discernment, type Judgement } from './discernment.ts';
import type { Outcome } from './outcome.ts';

/** One answered item, as the results count it. `Id` names it: in its bank, or across banks. */
export interface Scored<Id extends string> {
  readonly id: Id;
  readonly outcome: Outcome;
  readonly misreadings: readonly Misreading[];
  /** The names of the sources whose passages prove it. */
  readonly sources: readonly string[];
  /** The claim that was judged, or null. */
  readonly claim: Judgement | null;
  /** Null where the learner did not say how sure they were. */
  readonly certainty: Certainty | null;
  /** What guessing at it gives, 0 to 1; null where it is not known. */
  readonly chance: number | null;
}

/** A way of misreading, and where it caught the learner. */
export interface MisreadingGroup<Id extends string> {
  /** The trap's name in words. */
  readonly trap: string;
  readonly cases: readonly (Misreading & {
    readonly id: Id;
    readonly sources: readonly string[];
  })[];
}

/** How the items of one source were answered. */
export interface SourceReading {
  readonly source: string;
  /** Items with every point. */
  readonly right: number;
  readonly n: number;
}

/** A question that was answered, and where the answer can be seen. */
export interface AnsweredPlace {
  readonly stem: string;
  /** Of the question (BCP 47). */
  readonly language: string;
  readonly href: string;
}

/** What a number of answers comes to. */
export interface Results<Id extends string> {
  readonly points: number;
  readonly maxPoints: number;
  /** Items with every point. */
  readonly right: number;
  readonly total: number;
  /** Items without every point, in order. */
  readonly missed: readonly Id[];
  /** Those of them that were answered with confidence, the most certain first. */
  readonly confidentMisses: readonly Id[];
  readonly discernment: Discernment;
  /** Null where nobody said how sure they were. */
  readonly calibration: Calibration | null;
  /** Those that the author gave a name, the most frequent first. */
  readonly misreadings: readonly MisreadingGroup<Id>[];
  /** The source with the most misses first. */
  readonly bySource: readonly SourceReading[];
}

/** A trap's slug as words: `false-conflict` → "false conflict". */
export function trapWords(trap: string): string {
  return trap.replaceAll('-', ' ');
}

/** Counts answers. */
export function resultsOf<Id extends string>(scored: readonly Scored<Id>[]): Results<Id> {
  const missed = scored.filter(({ outcome }) => !outcome.correct);
  return {
    points: scored.reduce((sum, { outcome }) => sum + outcome.points, 0),
    maxPoints: scored.reduce((sum, { outcome }) => sum + outcome.maxPoints, 0),
    right: scored.length - missed.length,
    total: scored.length,
    missed: missed.map(({ id }) => id),
    confidentMisses: missed
      .filter(({ certainty }) => isConfident(certainty))
      .toSorted((one, other) => Number(other.certainty) - Number(one.certainty))
      .map(({ id }) => id),
    discernment: discernmentOf(scored.flatMap(({ claim }) => claim ?? [])),
    calibration: calibrationOf(scored.flatMap(predictionOf)),
    misreadings: groupMisreadings(scored),
    bySource: readingBySource(scored),
  };
}

function predictionOf({ certainty, chance, outcome }: Scored<string>): Prediction[] {
  return certainty === null || chance === null
    ? []
    : [{ certainty, chance, correct: outcome.correct }];
}

function groupMisreadings<Id extends string>(scored: readonly Scored<Id>[]): MisreadingGroup<Id>[] {
  const groups = new Map<string, MisreadingGroup<Id>['cases'][number][]>();
  for (const { id, misreadings, sources } of scored) {
    for (const { given, reply, trap } of misreadings) {
      if (trap === null) continue;
      groups.set(trap, [...(groups.get(trap) ?? []), { given, reply, trap, id, sources }]);
    }
  }
  return [...groups]
    .map(([trap, cases]) => ({ trap: trapWords(trap), cases }))
    .toSorted((one, other) => other.cases.length - one.cases.length);
}

function readingBySource(scored: readonly Scored<string>[]): SourceReading[] {
  const names = [...new Set(scored.flatMap(({ sources }) => sources))];
  const readings = names.map((source) => {
    const own = scored.filter(({ sources }) => sources.includes(source));
    return { source, right: own.filter(({ outcome }) => outcome.correct).length, n: own.length };
  });
  return readings.toSorted(
    (one, other) => other.n - other.right - (one.n - one.right) || other.n - one.n,
  );
}

/** Points for readers: whole numbers bare, shares with two decimals at most. */
export function pointsText(points: number): string {
  return String(Math.round(points * 100) / 100);
}
