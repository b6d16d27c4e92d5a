import { createHmac } from 'node:crypto';
import { offsetIn } from '../../formats/calendar.ts';
import type { Cell } from '../../formats/column.ts';
import type { DataFile } from '../../formats/data-file.ts';
import { rulesFor } from '../../item-types/rules.ts';
import { isSmallGroup, withoutSmallCounts } from '../../quiz/small-groups.ts';
import type { ExportJob } from './export-job.ts';
import { itemKey } from './rows/words.ts';
import type { Row } from './open-table.ts';

const dayMs = 86_400_000;
const signs = 'abcdefghijklmnopqrstuvwxyz234567';

/** Columns that tell who somebody is, or which class it was. */
const told = new Set([
  ...['last_name', 'first_name', 'display_name', 'email', 'student_number'],
  ...['class_name', 'quiz_title', 'client_tz', 'seed'],
]);
const ids = new Set(['learner_id', 'attempt_id', 'response_id', 'counted_attempt_id', 'class_id']);
/** Counts of people that a row says beside its `n`. */
const counts = [
  ...['n_answered', 'n_skipped', 'n_not_reached', 'n_confident_wrong'],
  ...['n_upper', 'n_middle', 'n_lower'],
];

/** New ids from a secret: the same for the same id, and without the secret none tells the old one. */
export function newIds(secret: string): (id: string) => string {
  let last = '';
  let lastId = '';
  return (id) => {
    // Rows of one learner follow each other.
    if (id === last) return lastId;
    const bytes = createHmac('sha256', secret).update(id).digest().subarray(0, 26);
    const prefix = /^[a-z]+_/.exec(id)?.[0] ?? 'id_';
    last = id;
    lastId = prefix + Array.from(bytes, (byte) => signs[byte % 32]).join('');
    return lastId;
  };
}

/**
 * Takes out of a file's rows what tells who anybody is: names gone, ids new, days without hours, free
 * text gone, groups under five hidden. Null for a row that is about too few.
 */
export function anonymousRow(
  job: ExportJob,
  { name, columns }: DataFile,
  secret: string,
): (row: Row) => Row | null {
  const newIdOf = Object.fromEntries([...ids].map((column) => [column, newIds(secret)]));
  const offsetAt = offsetIn(job.classroom.timeZone);
  const isInClassTime = job.style.profile.timeZone !== null;
  const dayOf = (ms: number) => {
    const day = Math.floor((ms + offsetAt(ms)) / dayMs) * dayMs;
    return isInClassTime ? day - offsetAt(ms) : day;
  };
  // Of an item that is gone nobody can say how it was answered.
  const chosen = new Set<Cell>(
    job.items
      .filter((item) => !rulesFor(item).tabled.isFreeText)
      .map(({ id }) => itemKey(job.assignment.bankId, id)),
  );
  const hidden = (row: Readonly<Record<string, Cell>>, column: string, type: string): Cell => {
    const value = row[column] ?? null;
    // Outside classes there is none to give a new id.
    if (value === null || value === '' || told.has(column)) return null;
    if (ids.has(column)) return newIdOf[column]?.(value as string) ?? null;
    if (type === 'time') return dayOf(value as number);
    const isOwnWords = column === 'response' || column === 'response_label';
    return isOwnWords && !chosen.has(row['item_id'] ?? null) ? null : value;
  };
  return (given) => {
    const row = withoutFewPeople(name, given);
    return (
      row &&
      (Object.fromEntries(
        columns.map((each) => [each.name, hidden(row, each.name, each.type)]),
      ) as Row)
    );
  };
}

/** Statistics of fewer than five people are left out whole, and small counts beside larger ones hidden. */
function withoutFewPeople(name: string, row: Row): Readonly<Record<string, Cell>> | null {
  const cells: Readonly<Record<string, Cell>> = row;
  if (!['items.csv', 'options.csv', 'test.csv', 'calibration.csv'].includes(name)) return cells;
  if (cells['scope'] === 'learner' || isSmallGroup(Number(cells['n']))) return null;
  const own = counts.filter((count) => typeof cells[count] === 'number');
  const shown = withoutSmallCounts(own.map((count) => Number(cells[count])));
  return {
    ...cells,
    ...Object.fromEntries(own.map((count, index) => [count, shown[index] ?? null])),
  };
}
