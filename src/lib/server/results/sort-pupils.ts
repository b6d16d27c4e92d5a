import type { ItemId } from '../../quiz/ids.ts';
import type { Mark, PupilRow } from './pupil-row.ts';

/** What the table of a class is sorted by: a column's name, or an item's id. */
export interface PupilSort {
  readonly by: string;
  readonly isDescending: boolean;
}

/** Columns by which learners are sorted, items aside. */
const pupilColumns = ['name', 'status', 'attempt', 'points', 'percent', 'bias'] as const;

const markOrder: readonly Mark[] = ['unanswered', 'wrong', 'partly', 'right'];
const statusOrder: readonly PupilRow['status'][] = [
  'not_started',
  'in_progress',
  'closed_incomplete',
  'completed',
];

/** Reads `percent` or `-percent`; by name, upwards, for what is no column. */
export function readSort(text: string | null, itemIds: readonly ItemId[]): PupilSort {
  const isDescending = text?.startsWith('-') === true;
  const by = isDescending ? text.slice(1) : (text ?? 'name');
  const isColumn = [...pupilColumns, ...itemIds].some((each) => each === by);
  return isColumn ? { by, isDescending } : { by: 'name', isDescending: false };
}

/**
 * Rows in an order; they come by name, and stay so among equals. Nothing to compare stands last,
 * whichever way.
 */
export function sortPupils(
  rows: readonly PupilRow[],
  { by, isDescending }: PupilSort,
  itemIds: readonly ItemId[],
): PupilRow[] {
  if (by === 'name') return isDescending ? rows.toReversed() : [...rows];
  const valueOf = valueBy(by, itemIds);
  const sign = isDescending ? -1 : 1;
  return rows.toSorted((one, other) => {
    const [left, right] = [valueOf(one), valueOf(other)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right);
  });
}

function valueBy(by: string, itemIds: readonly ItemId[]): (row: PupilRow) => number | null {
  if (by === 'status') return ({ status }) => statusOrder.indexOf(status);
  if (by === 'attempt') return ({ countedNo }) => countedNo;
  if (by === 'points') return ({ grade }) => grade && grade.points;
  if (by === 'percent') return ({ grade }) => grade && grade.percent;
  if (by === 'bias') return ({ bias }) => bias && bias.value;
  const at = itemIds.findIndex((id) => id === by);
  return ({ marks }) => {
    const mark = marks[at] ?? 'none';
    return mark === 'none' ? null : markOrder.indexOf(mark);
  };
}
