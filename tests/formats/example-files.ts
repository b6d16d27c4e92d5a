import {
  canvasGradebook,
  canvasRows,
  matchCanvas,
  readCanvasExport,
} from '../../src/lib/formats/canvas/canvas-gradebook.ts';
import { csvWriter } from '../../src/lib/formats/csv.ts';
import {
  excelProfile,
  lmsProfile,
  standardProfile,
  type CsvProfile,
} from '../../src/lib/formats/csv-profile.ts';
import type { DataFile, RowOf } from '../../src/lib/formats/data-file.ts';
import { resultLine } from '../../src/lib/formats/jsonl/results-jsonl.ts';
import type { LmsReading } from '../../src/lib/formats/lms-export.ts';
import { lmsUnmatched, unmatchedRows } from '../../src/lib/formats/lms-unmatched.ts';
import {
  matchMoodle,
  moodleGrades,
  moodleRows,
  readMoodleExport,
} from '../../src/lib/formats/moodle/moodle-grades.ts';
import { attempts } from '../../src/lib/formats/results/attempts.ts';
import { calibration } from '../../src/lib/formats/results/calibration.ts';
import { codebook, codebookRows } from '../../src/lib/formats/results/codebook.ts';
import { gradebookWithItems } from '../../src/lib/formats/results/gradebook.ts';
import { items } from '../../src/lib/formats/results/items.ts';
import { matrix } from '../../src/lib/formats/results/matrix.ts';
import { options } from '../../src/lib/formats/results/options.ts';
import { responses } from '../../src/lib/formats/results/responses.ts';
import { testStatistics } from '../../src/lib/formats/results/test-statistics.ts';
import { sheets } from '../../src/lib/formats/sheets/sheets.ts';
import * as example from './example-class.ts';
import { canvasExport, moodleExport } from './example-exports.ts';
import * as statistics from './example-statistics.ts';

/** A file and its rows. */
export interface Filled {
  readonly file: DataFile;
  readonly rows: readonly object[];
}

function filled<F extends DataFile>(file: F, rows: readonly RowOf<F>[]): Filled {
  return { file, rows };
}

const results = [
  filled(gradebookWithItems(example.itemIds), example.gradebookRows),
  filled(attempts, example.attemptsRows),
  filled(responses, example.responsesRows),
  filled(items, statistics.itemsRows),
  filled(options, statistics.optionsRows),
  filled(testStatistics, statistics.testRows),
  filled(calibration, statistics.calibrationRows),
  filled(matrix(example.itemIds), example.matrixRows),
];

const title = 'The storm';
const described = [
  ...results.map(({ file }) => file),
  moodleGrades(title),
  canvasGradebook(title),
  sheets,
  lmsUnmatched,
  codebook,
];

/** Every file of the bundle that has one form for all, and the codebook of all files. */
export const dataFiles: readonly Filled[] = [...results, filled(codebook, codebookRows(described))];

function exportOf(reading: LmsReading) {
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.lmsExport;
}

const canvas = exportOf(readCanvasExport(canvasExport));
const canvasMatching = matchCanvas(canvas, example.learners);
const moodleMatching = matchMoodle(exportOf(readMoodleExport(moodleExport)).rows, example.learners);

/** The files for an LMS, filled from {@link canvasExport} and {@link moodleExport}. */
export const lmsFiles: readonly Filled[] = [
  filled(moodleGrades(title), moodleRows(title, moodleMatching.matched, () => 66.667).rows),
  filled(
    canvasGradebook(title),
    canvasRows(canvas, canvasMatching, { title, maxPoints: 2, pointsOf: () => 4 / 3 }),
  ),
  filled(sheets, example.sheetsRows),
  filled(lmsUnmatched, unmatchedRows(moodleMatching)),
];

/** A whole file as one text. */
export function textOf({ file, rows }: Filled, profile: CsvProfile): string {
  const writer = csvWriter(file, profile);
  return writer.header + rows.map((row) => writer.row(row as RowOf<DataFile>)).join('');
}

const german = excelProfile('de', 'Europe/Berlin');
const english = excelProfile('en-GB', 'Europe/London');

/** What stands in `golden/`: a path and the text that it has to be, byte for byte. */
export function goldenFiles(): (readonly [string, string])[] {
  const base = (file: DataFile) => file.name.replace('lms/', '');
  return [
    ...dataFiles.flatMap((each) => [
      [`standard/${base(each.file)}`, textOf(each, standardProfile)] as const,
      [`excel-de/${base(each.file)}`, textOf(each, german)] as const,
      [`excel-en/${base(each.file)}`, textOf(each, english)] as const,
    ]),
    ...lmsFiles.map(
      (each) => [`lms/${base(each.file)}`, textOf(each, lmsProfile('Europe/Berlin'))] as const,
    ),
    ['results.jsonl', resultLine(example.storedResponse)],
  ];
}
