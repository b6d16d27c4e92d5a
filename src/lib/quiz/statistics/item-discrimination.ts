import { correlation, fisherInterval, type Range } from './correlation.ts';
import { discriminativeEfficiency } from './discriminative-efficiency.ts';
import type { ItemColumn } from './item-column.ts';
import { leastForCorrelation, leastForExtremeGroups } from './minimum-n.ts';
import { extremeGroup, upperLowerDifference } from './upper-lower.ts';

/** How well an item tells those who know from those who don't, as items.csv has it. */
export interface ItemDiscrimination {
  /** r of the item's points with the rest score, with Fisher's interval. */
  readonly discriminationRestR: number | null;
  readonly restRLo: number | null;
  readonly restRHi: number | null;
  /** r with the percent of all that was shown, the item included: too high by that. */
  readonly discriminationTotalR: number | null;
  /** Facility of the best 27 % by total score less that of the last. */
  readonly discriminationUl27: number | null;
  /** Of the covariance with the rest score, as a share of the largest possible. */
  readonly discriminativeEfficiency: number | null;
}

/** Compares a column with what its learners reached elsewhere. */
export function discriminationOf(column: ItemColumn): ItemDiscrimination {
  const { item, points, totals, comparedPoints, rest } = column;
  const isComparable = rest.length >= leastForCorrelation;
  const restR = isComparable ? correlation(comparedPoints, rest) : null;
  const interval = intervalOf(restR, column);
  const n = points.length;
  const shares = points.map((each) => each / item.maxPoints);
  return {
    discriminationRestR: restR,
    restRLo: interval && interval.low,
    restRHi: interval && interval.high,
    discriminationTotalR: n >= leastForCorrelation ? correlation(points, totals) : null,
    discriminationUl27:
      n >= leastForExtremeGroups ? upperLowerDifference(shares, totals, extremeGroup(n)) : null,
    discriminativeEfficiency: isComparable ? discriminativeEfficiency(comparedPoints, rest) : null,
  };
}

/** Fisher's interval of an r with a column's rest score; null where there is no r. */
export function intervalOf(restR: number | null, { rest }: ItemColumn): Range | null {
  return restR === null ? null : fisherInterval(restR, rest.length);
}
