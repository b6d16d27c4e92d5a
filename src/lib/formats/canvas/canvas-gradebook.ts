import { column, decimalsOf } from '../column.ts';
import { dataFile, type RowOf } from '../data-file.ts';
import { columnTitle } from '../lms-column.ts';
import { readLmsExport, type LmsExport, type LmsReading, type LmsRow } from '../lms-export.ts';
import { matchLearners, type ClassLearner, type LmsMatching } from '../lms-match.ts';
import { personFieldOf, spokenName } from '../person-headers.ts';

const headers = ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section'] as const;

/** `lms/canvas-gradebook.csv` for a quiz of this title; `Name (123)` is Canvas's assignment 123. */
export function canvasGradebook(title: string) {
  return dataFile(
    'lms/canvas-gradebook.csv',
    'The teacher’s own export from Canvas with one column filled, for its gradebook import.',
    [
      column('Student', 'text', 'Name', 'As Canvas has it.'),
      column('ID', 'text', 'Canvas id', 'As Canvas has it: the first key of its import.'),
      column('SIS User ID', 'text', 'SIS id', 'As Canvas has it: the second key of its import.'),
      column('SIS Login ID', 'text', 'SIS login', 'As Canvas has it: the third key of its import.'),
      column('Section', 'text', 'Section', 'As Canvas has it.'),
      column(
        columnTitle(title, headers),
        'list',
        'Points',
        'points of gradebook.csv, never under 0; empty, or what stood there, for learners who were not matched. Its first row holds the points possible.',
        { decimals: decimalsOf.points, unit: 'points' },
      ),
    ],
  );
}

/** A row of `lms/canvas-gradebook.csv`. */
export type CanvasRow = RowOf<ReturnType<typeof canvasGradebook>>;

/** Reads the teacher's own export of a Canvas gradebook. */
export function readCanvasExport(text: string): LmsReading {
  return readLmsExport(text, [
    { anyOf: ['fullName'], called: headers[0] },
    { anyOf: ['lmsId'], called: headers[1] },
  ]);
}

/** Matches the learners of an export: Canvas id, SIS id, login, student number; then by name. */
export function matchCanvas({ rows }: LmsExport, learners: readonly ClassLearner[]): LmsMatching {
  return matchLearners(rows.filter(isOfLearner), learners, ['lmsId', 'studentNumber', 'login']);
}

/** What is filled in. */
export interface CanvasFilling {
  readonly title: string;
  readonly maxPoints: number;
  readonly pointsOf: (learner: ClassLearner) => number | null;
}

/** The points possible, then every row of the export, with points where a learner was matched. */
export function canvasRows(
  { header, rows }: LmsExport,
  { matched }: LmsMatching,
  { title, maxPoints, pointsOf }: CanvasFilling,
): CanvasRow[] {
  const points = columnTitle(title, headers);
  const learners = new Map(matched.map(({ row, learner }) => [row, learner]));
  const standing = header.indexOf(points);
  const filled = (row: LmsRow): number | string | null => {
    const learner = learners.get(row);
    const earned = learner ? pointsOf(learner) : null;
    return earned === null ? readStanding(row.cells[standing]) : Math.max(0, earned);
  };
  const places = headers.map((name) => placeOf(name, header));
  const cellsOf = ({ cells }: LmsRow) =>
    headers.map((name, index) => [name, cells[places[index] ?? -1] ?? null] as const);
  const possible = [
    [headers[0], '    Points Possible'],
    [points, maxPoints],
  ] as const;
  return [
    Object.fromEntries(possible),
    ...rows
      .filter((row) => !isPointsPossible(row) && isOfSomebody(row))
      .map((row) => Object.fromEntries([...cellsOf(row), [points, filled(row)]])),
  ] as CanvasRow[];
}

/** Where a header stands, in whatever case; else the first that names the same of a person. */
function placeOf(name: string, header: readonly string[]): number {
  const same = header.findIndex((each) => each.toLowerCase() === name.toLowerCase());
  const field = personFieldOf(name);
  return same < 0 && field ? header.findIndex((each) => personFieldOf(each) === field) : same;
}

function isPointsPossible({ person }: LmsRow): boolean {
  return /^points possible$/i.test(person.fullName ?? '');
}

/** Canvas puts a row about posting between its headers and people. */
function isOfSomebody({ person }: LmsRow): boolean {
  return person.lmsId !== undefined || spokenName(person) !== '';
}

/** Canvas puts rows without a number before and behind those of people. */
function isOfLearner(row: LmsRow): boolean {
  return row.person.lmsId !== undefined && !isPointsPossible(row);
}

/**
 * What stood in the column, as it stood: an import must change no other grade. A number below 0 is
 * given as one, since the text would be guarded.
 */
function readStanding(cell: string | undefined): number | string | null {
  const text = cell?.trim().replace(/^(-?\d+),(\d+)$/, '$1.$2') ?? '';
  if (text === '') return null;
  return /^-\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}
