import { canvasGradebook } from '../../formats/canvas/canvas-gradebook.ts';
import type { DataFile } from '../../formats/data-file.ts';
import { lmsUnmatched } from '../../formats/lms-unmatched.ts';
import { moodleGrades } from '../../formats/moodle/moodle-grades.ts';
import { attempts } from '../../formats/results/attempts.ts';
import { calibration } from '../../formats/results/calibration.ts';
import { codebook, codebookRows } from '../../formats/results/codebook.ts';
import { gradebook, gradebookWithItems } from '../../formats/results/gradebook.ts';
import { items } from '../../formats/results/items.ts';
import { matrix } from '../../formats/results/matrix.ts';
import { options } from '../../formats/results/options.ts';
import { responses } from '../../formats/results/responses.ts';
import { testStatistics } from '../../formats/results/test-statistics.ts';
import { sheets } from '../../formats/sheets/sheets.ts';
import type { GradedLearner } from '../results/read-results.ts';
import type { TabledResults } from '../results/response-table.ts';
import { anonymousRow } from './anonymous-row.ts';
import type { ExportJob, TableName } from './export-job.ts';
import { namesIn } from './export-job.ts';
import type { ExportSource } from './export-source.ts';
import { attemptRows } from './rows/attempt-row.ts';
import { gradebookItemRow, gradebookRow } from './rows/gradebook-row.ts';
import {
  canvasMaximum,
  canvasRowsOf,
  moodleRowsOf,
  sheetsRows,
  unmatchedRowsOf,
} from './rows/lms-rows.ts';
import { matrixRows } from './rows/matrix-row.ts';
import { responseRows } from './rows/response-row.ts';
import { calibrationRows, itemRows, optionRows, testRow } from './rows/statistics-rows.ts';
import { itemKey } from './rows/words.ts';

/** A row whose columns are those of its file. */
export type Row = Readonly<Record<string, never>>;

/** A file's definition and its rows, some at a time. */
export interface Table {
  readonly file: DataFile;
  readonly rows: () => AsyncIterable<readonly Row[]>;
}

/** The file of this name, its rows read as they are asked for. */
export function openTable(source: ExportSource, name: TableName): Table {
  const { job } = source;
  const table = { file: fileOf(job, name), rows: () => rowsOf(source, name) };
  if (job.style.anonymousBy === null) return table;
  const hide = anonymousRow(job, table.file, job.style.anonymousBy);
  return {
    file: table.file,
    async *rows() {
      for await (const some of table.rows()) yield some.map(hide).filter((row) => row !== null);
    },
  };
}

/** What the file of a name is made of. */
export function fileOf(job: ExportJob, name: TableName): DataFile {
  const { assignment, style } = job;
  const itemKeys = assignment.itemIds.map((id) => itemKey(assignment.bankId, id));
  const files: Readonly<Record<TableName, () => DataFile>> = {
    'gradebook.csv': () => (style.withItems ? gradebookWithItems(itemKeys) : gradebook),
    'attempts.csv': () => attempts,
    'responses.csv': () => responses,
    'items.csv': () => items,
    'options.csv': () => options,
    'test.csv': () => testStatistics,
    'calibration.csv': () => calibration,
    'matrix.csv': () => matrix(itemKeys),
    'lms/moodle-grades.csv': () => moodleGrades(assignment.title),
    'lms/canvas-gradebook.csv': () => canvasGradebook(assignment.title),
    'lms/sheets.csv': () => sheets,
    'lms/unmatched.csv': () => lmsUnmatched,
    'codebook.csv': () => codebook,
  };
  return files[name]();
}

type PerLearner = (job: ExportJob, graded: GradedLearner) => readonly object[];

const perLearner: Readonly<Partial<Record<TableName, PerLearner>>> = {
  'gradebook.csv': (job, graded) => [
    job.style.withItems ? gradebookItemRow(job, graded) : gradebookRow(job, graded),
  ],
  'attempts.csv': attemptRows,
  'responses.csv': responseRows,
  'matrix.csv': matrixRows,
  'lms/moodle-grades.csv': moodleRowsOf,
  'lms/canvas-gradebook.csv': canvasRowsOf,
  'lms/sheets.csv': sheetsRows,
  'lms/unmatched.csv': unmatchedRowsOf,
};

const perTable: Readonly<
  Partial<Record<TableName, (job: ExportJob, tabled: TabledResults) => Iterable<object>>>
> = {
  'items.csv': itemRows,
  'options.csv': optionRows,
  'test.csv': (job, tabled) => [testRow(job, tabled)],
  'calibration.csv': (_job, tabled) => calibrationRows(tabled),
};

async function* rowsOf(source: ExportSource, name: TableName): AsyncGenerator<readonly Row[]> {
  const { job } = source;
  const ofLearner = perLearner[name];
  const ofTable = perTable[name];
  if (name === 'codebook.csv') {
    yield codebookRows(namesIn(job).map((each) => fileOf(job, each))) as readonly object[] as Row[];
  }
  if (name === 'lms/canvas-gradebook.csv') {
    yield canvasMaximum(job, await source.maxPoints()) as readonly object[] as Row[];
  }
  if (ofLearner) {
    for await (const graded of source.learners()) yield ofLearner(job, graded) as Row[];
  }
  if (ofTable) {
    for (const row of ofTable(job, await source.tabled())) yield [row as Row];
  }
}
