import { probabilityOf } from '../certainty.ts';
import { certaintyIn, type ResponseTable, type TabledItem } from './response-table.ts';

/** Sums over answers whose givers said how sure they were. */
export interface PredictionTally {
  n: number;
  /** Full answers among them. */
  right: number;
  /** Sum of the probabilities claimed, each 0 to 1. */
  claimed: number;
  /** Sum of (claimed − right)². */
  squared: number;
}

/** A tally of nothing. */
export function emptyTally(): PredictionTally {
  return { n: 0, right: 0, claimed: 0, squared: 0 };
}

/** Counts one answer. */
export function tallyPrediction(tally: PredictionTally, claimed: number, right: boolean): void {
  tally.n += 1;
  tally.right += Number(right);
  tally.claimed += claimed;
  tally.squared += (claimed - Number(right)) ** 2;
}

/** The probability claimed in a cell, 0 to 1; null where none was, or guessing's is not known. */
export function claimedIn(table: ResponseTable, cell: number, item: TabledItem): number | null {
  const certainty = certaintyIn(table, cell);
  if (certainty === null || (certainty === 'guessing' && item.chance === null)) return null;
  return probabilityOf(certainty, item.chance ?? 0);
}

/** Mean probability claimed; null for a tally of nothing. */
export function meanClaimed({ n, claimed }: PredictionTally): number | null {
  return n === 0 ? null : claimed / n;
}

/** Mean claimed less mean right, −1 to 1: above 0 is too sure. Null for a tally of nothing. */
export function certaintyBias({ n, claimed, right }: PredictionTally): number | null {
  return n === 0 ? null : (claimed - right) / n;
}

/** Mean of (claimed − right)², 0 to 1, lower is better (Brier 1950). Null for a tally of nothing. */
export function brierScore({ n, squared }: PredictionTally): number | null {
  return n === 0 ? null : squared / n;
}
