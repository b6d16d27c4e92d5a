import { rulesFor } from '../../item-types/rules.ts';
import type { Say } from '../../messages/say.ts';
import type { ItemId } from '../../quiz/ids.ts';
import type { Item } from '../../quiz/item.ts';
import type { Rescore } from '../../quiz/rescore.ts';
import type { TabledItem } from '../../quiz/statistics/response-table.ts';
import type { LedAssignment } from '../classes/led-class.ts';
import type { Answer } from '../storage/store.ts';
import type { GradedAttempt } from './graded-attempt.ts';

/** An item version: what a column of the statistics' table counts. */
export interface TableColumn {
  readonly itemId: ItemId;
  readonly version: number;
  /** Null for a version that its bank no longer has. */
  readonly item: Item | null;
  readonly tabled: TabledItem;
}

/** Options that the statistics can tell apart. */
const mostOptions = 32;

/** True where an item counts neither for nor against anybody. */
export function isDropped(rescores: readonly Rescore[], itemId: ItemId): boolean {
  return rescores.some(
    (each) => each.itemId === itemId && each.kind === 'drop' && each.withdrawnAt === null,
  );
}

/** A column each for the present versions of an assignment's items, those that were dropped left out. */
export function presentColumns(
  { items }: LedAssignment,
  rescores: readonly Rescore[],
  say: Say,
): TableColumn[] {
  return items
    .filter(({ id }) => !isDropped(rescores, id))
    .map((item) => ({
      itemId: item.id,
      version: item.version,
      item,
      tabled: tabledItem(item, rescores, say),
    }));
}

/** Columns for what an attempt answered in other versions than these columns have. */
export function missingColumns(
  columns: readonly TableColumn[],
  { responses }: GradedAttempt,
): TableColumn[] {
  return responses.flatMap(({ itemId, answer, outcome }) =>
    answer && outcome && !columns.some((each) => isColumnOf(each, itemId, answer))
      ? [{ itemId, version: answer.itemVersion, item: null, tabled: earlierItem(answer) }]
      : [],
  );
}

/** Columns in the order of the assignment, earlier versions first. */
export function sortedColumns(
  columns: readonly TableColumn[],
  { assignment }: LedAssignment,
): TableColumn[] {
  const placeOf = ({ itemId }: TableColumn) => assignment.itemIds.indexOf(itemId);
  return columns.toSorted(
    (one, other) => placeOf(one) - placeOf(other) || one.version - other.version,
  );
}

/** True where a column counts this answer. */
export function isColumnOf(
  { itemId, version }: TableColumn,
  id: ItemId,
  { itemVersion }: Pick<Answer, 'itemVersion'>,
): boolean {
  return itemId === id && version === itemVersion;
}

/** An option that was accepted after use is a key like the author's; several of them together are none. */
function tabledItem(item: Item, rescores: readonly Rescore[], say: Say): TabledItem {
  const { chance, tabled } = rulesFor(item);
  const options = tabled.options(item, say);
  const isOne = item.type === 'single-choice' || item.type === 'verdict';
  const isAccepted = (id: string) =>
    isOne &&
    rescores.some((each) => each.itemId === item.id && !each.withdrawnAt && each.accepted === id);
  return {
    id: item.id,
    version: item.version,
    maxPoints: tabled.maxPoints,
    chance: chance(item),
    options:
      options.length > mostOptions
        ? []
        : options.map((option) => ({ ...option, isKey: option.isKey || isAccepted(option.id) })),
  };
}

function earlierItem({ itemId, itemVersion, maxPoints, chance }: Answer): TabledItem {
  return { id: itemId, version: itemVersion, maxPoints, chance, options: [] };
}
