import type { AttemptRule } from '../../quiz/assignment.ts';
import type { InstructorId, ItemId } from '../../quiz/ids.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { findLedAssignment, type LedAssignment } from '../classes/led-class.ts';
import { headOf, type AnalysisHead } from './analysis-head.ts';
import { correctionRecords, type CorrectionRecord } from './correction-records.ts';
import { pupilNames } from './pupil-names.ts';
import { pupilRow, type PupilRow } from './pupil-row.ts';
import { readResults, type GradedLearner } from './read-results.ts';
import { readSort, sortPupils, type PupilSort } from './sort-pupils.ts';
import { isDropped } from './table-columns.ts';

/** How a teacher wants a table of learners, as the address says it. */
export interface PupilView {
  readonly sort: string | null;
  readonly isNamed: boolean;
  /** From 1. */
  readonly page: number;
}

/** An item over the marks of a class. */
export interface MarkedItem {
  readonly id: ItemId;
  /** From 1. */
  readonly position: number;
  /** Null where its bank has withdrawn it. */
  readonly stem: string | null;
  readonly isDropped: boolean;
  /** Learners with every point, among those with a grade to whom it counts, over the whole class. */
  readonly nRight: number;
  readonly n: number;
}

/** The table of a class: learners × items. */
export interface PupilsPage extends AnalysisHead {
  readonly attemptRule: AttemptRule;
  readonly isNamed: boolean;
  readonly sort: PupilSort;
  readonly page: number;
  readonly pages: number;
  /** Learners in the class, and those with something that counts. */
  readonly total: number;
  readonly counted: number;
  readonly items: readonly MarkedItem[];
  /** Those of this page. */
  readonly rows: readonly PupilRow[];
  readonly corrections: readonly CorrectionRecord[];
}

/** Rows of a page: more are slow to show on a phone. */
const rowsOnPage = 200;

/** Learners × items of an assignment; null where this browser does not lead it. */
export async function showPupils(
  context: AttemptContext,
  assignmentId: string,
  instructor: InstructorId | null,
  view: PupilView,
): Promise<PupilsPage | null> {
  const led = await findLedAssignment(context, assignmentId, instructor);
  if (!led) return null;
  const { itemIds, attemptRule } = led.assignment;
  const rows = await readRows(context, led, view.isNamed);
  const sort = readSort(view.sort, itemIds);
  const pages = Math.max(1, Math.ceil(rows.length / rowsOnPage));
  const page = Math.min(pages, Math.max(1, Math.trunc(view.page) || 1));
  return {
    ...headOf(led),
    attemptRule,
    isNamed: view.isNamed,
    sort,
    page,
    pages,
    total: rows.length,
    counted: rows.filter(({ grade }) => grade !== null).length,
    items: await markedItems(context, led, rows),
    rows: sortPupils(rows, sort, itemIds).slice((page - 1) * rowsOnPage, page * rowsOnPage),
    corrections: await correctionRecords(context, led),
  };
}

async function readRows(
  context: AttemptContext,
  led: LedAssignment,
  isNamed: boolean,
): Promise<PupilRow[]> {
  const { itemIds } = led.assignment;
  const learners = await context.store.classes.listLearners(led.classroom.id);
  const nameOf = pupilNames(learners, isNamed, context.say);
  const rows: PupilRow[] = [];
  const add = (graded: GradedLearner) =>
    rows.push(pupilRow(graded, nameOf(graded.learner), itemIds));
  for await (const graded of readResults(context, led)) add(graded);
  if (isNamed) return rows;
  // By number: the order of names would tell them.
  return rows.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

async function markedItems(
  { store }: AttemptContext,
  { assignment, items }: LedAssignment,
  rows: readonly PupilRow[],
): Promise<MarkedItem[]> {
  const rescores = await store.classes.listRescores(assignment.id);
  const graded = rows.filter(({ grade }) => grade !== null);
  return assignment.itemIds.map((id, at) => {
    const marks = graded.map((row) => row.marks[at]).filter((mark) => mark && mark !== 'none');
    return {
      id,
      position: at + 1,
      stem: items.find((item) => item.id === id)?.stem ?? null,
      isDropped: isDropped(rescores, id),
      nRight: marks.filter((mark) => mark === 'right').length,
      n: marks.length,
    };
  });
}
