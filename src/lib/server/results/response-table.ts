import { rulesFor } from '../../item-types/rules.ts';
import type { LearnerId } from '../../quiz/ids.ts';
import type { ResponseTable } from '../../quiz/statistics/response-table.ts';
import { tableBuilder, type ResponseCell } from '../../quiz/statistics/table-builder.ts';
import type { AttemptContext } from '../attempts/context.ts';
import type { LedAssignment } from '../classes/led-class.ts';
import type { GradedAttempt } from './graded-attempt.ts';
import { firstCompleted, readResults, type GradedLearner } from './read-results.ts';
import {
  isColumnOf,
  missingColumns,
  presentColumns,
  sortedColumns,
  type TableColumn,
} from './table-columns.ts';

/** First completed attempts as the statistics take them. */
export interface TabledResults {
  readonly table: ResponseTable;
  /** What each column of the table counts. No item that was dropped. */
  readonly columns: readonly TableColumn[];
  /** Whose each row is, by last name. */
  readonly learners: readonly LearnerId[];
  /** Learners who began an attempt and completed none: no row counts them. */
  readonly nUnfinished: number;
}

/** Takes each attempt that a table counts, in the order of its rows. */
export type Collect = (attempt: GradedAttempt, graded: GradedLearner) => void;

type Reading = Pick<AttemptContext, 'now' | 'store' | 'say'>;

const notPresented: ResponseCell = {
  status: 'not_presented',
  points: 0,
  correct: false,
  certainty: null,
  choices: [],
  seconds: null,
};

/**
 * Reads an assignment's first completed attempts into a table. Where an earlier version of an item
 * turns up they are read again, with a column for it, and collected anew.
 */
export async function readResponseTable(
  context: Reading,
  led: LedAssignment,
  beginCollecting: () => Collect = () => () => undefined,
): Promise<TabledResults> {
  const rescores = await context.store.classes.listRescores(led.assignment.id);
  let columns = presentColumns(led, rescores, context.say);
  for (;;) {
    const { missing, ...results } = await readOnce(context, led, columns, beginCollecting());
    if (missing.length === 0) return { columns, ...results };
    columns = sortedColumns([...columns, ...missing], led);
  }
}

async function readOnce(
  context: Reading,
  led: LedAssignment,
  columns: readonly TableColumn[],
  collect: Collect,
) {
  const builder = tableBuilder(columns.map(({ tabled }) => tabled));
  const learners: LearnerId[] = [];
  const missing: TableColumn[] = [];
  let nUnfinished = 0;
  for await (const graded of readResults(context, led)) {
    const attempt = firstCompleted(graded);
    if (!attempt) {
      nUnfinished += Number(graded.attempts.length > 0);
      continue;
    }
    missing.push(...missingColumns([...columns, ...missing], attempt));
    if (missing.length > 0) continue;
    builder.push(columns.map((column) => cellOf(column, attempt)));
    learners.push(graded.learner.id);
    collect(attempt, graded);
  }
  return { table: builder.table(), learners, nUnfinished, missing };
}

/** A cell of the present version holds what was not answered, too; of others only their answers. */
function cellOf(column: TableColumn, { responses }: GradedAttempt): ResponseCell {
  const response = responses.find(({ itemId }) => itemId === column.itemId);
  if (!response || response.judged === null || response.status === 'not_presented') {
    return notPresented;
  }
  const { answer, judged, seconds, status } = response;
  if (!answer) return column.item ? { ...notPresented, status } : notPresented;
  if (!isColumnOf(column, column.itemId, answer)) return notPresented;
  return {
    status,
    points: Math.min(judged.points, column.tabled.maxPoints),
    correct: judged.correct,
    certainty: answer.certainty,
    choices: choicesOf(column, answer.response),
    seconds,
  };
}

function choicesOf({ item, tabled }: TableColumn, stored: unknown): readonly string[] {
  if (!item) return [];
  const rules = rulesFor(item);
  const response = rules.restore(stored);
  const chosen = response === null ? [] : rules.tabled.chosen(response);
  return chosen.filter((id) => tabled.options.some((option) => option.id === id));
}
