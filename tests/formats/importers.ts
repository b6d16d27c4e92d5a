import { parse } from 'csv-parse/sync';

/** Somebody whom an LMS knows. */
export interface LmsUser {
  readonly id: string;
  readonly idNumber: string;
  readonly email: string;
  readonly login: string;
  readonly name: string;
}

/** What an import comes to: grades by user id, and everything that goes wrong. */
export interface Imported {
  readonly grades: ReadonlyMap<string, number>;
  readonly faults: readonly string[];
}

/** How a teacher maps the columns of a file in Moodle's import. */
export interface MoodleMapping {
  readonly key: 'ID number' | 'Email address' | 'Username' | 'User ID';
  readonly grade: string | null;
  readonly feedback: string | null;
}

const moodleKeys = {
  'ID number': 'idNumber',
  'Email address': 'email',
  Username: 'login',
  'User ID': 'id',
} as const;
const highestGrade = 100;

/** Imports as Moodle does: one fault stops all of it. */
export function importIntoMoodle(
  text: string,
  mapping: MoodleMapping,
  users: readonly LmsUser[],
): Imported {
  const [header = [], ...rows] = readRows(text, ',');
  const keyAt = header.indexOf(mapping.key);
  const gradeAt = mapping.grade === null ? -1 : header.indexOf(mapping.grade);
  const faults: string[] = [];
  if (keyAt === -1) faults.push('no key column');
  if (mapping.feedback !== null && gradeAt === -1) faults.push('feedback alone erases grades');
  else if (gradeAt === -1) faults.push('no grade column');
  const grades = new Map<string, number>();
  for (const cells of rows) {
    const key = cells[keyAt]?.trim() ?? '';
    if (key === '') continue;
    const user = users.find((each) => sameText(each[moodleKeys[mapping.key]], key));
    if (!user) faults.push(`unknown user ${key}`);
    const cell = cells[gradeAt]?.trim() ?? '';
    if (cell === '' || cell === '-') continue;
    const grade = Number(cell);
    if (!Number.isFinite(grade)) faults.push(`no number ${cell}`);
    else if (grade > highestGrade) faults.push(`over the maximum ${cell}`);
    else if (user) grades.set(user.id, grade);
  }
  return { grades: faults.length > 0 ? new Map() : grades, faults };
}

const canvasHeaders = ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section'];

/** What Canvas makes of a gradebook's last column. */
export interface CanvasImported extends Imported {
  /** The id of the assignment that is filled, or the name under which one is found or made. */
  readonly assignment: string;
  readonly pointsPossible: number | null;
}

/** Imports as Canvas does: a student that it can't find is invented, which is a fault here. */
export function importIntoCanvas(text: string, users: readonly LmsUser[]): CanvasImported {
  const [firstLine = ''] = text.split('\n');
  const separator = firstLine.split(';').length > firstLine.split(',').length ? ';' : ',';
  const [header = [], possible = [], ...rows] = readRows(text, separator);
  const faults: string[] = [];
  if (canvasHeaders.some((name, index) => header[index] !== name)) faults.push('wrong header');
  if (possible[0]?.trim() !== 'Points Possible') faults.push('no points possible');
  const title = header.at(-1) ?? '';
  if (header.length !== canvasHeaders.length + 1) faults.push('not one column to fill');
  const grades = new Map<string, number>();
  for (const cells of rows) {
    const user = findCanvasUser(cells, users);
    if (!user) faults.push(`invented student ${cells[0]}`);
    const grade = readCanvasNumber(cells.at(-1) ?? '');
    if (grade === undefined) faults.push(`no number ${cells.at(-1)}`);
    if (user && typeof grade === 'number') grades.set(user.id, grade);
  }
  const pointsPossible = readCanvasNumber(possible.at(-1) ?? '') ?? null;
  const assignment = /\((\d+)\)$/.exec(title)?.[1] ?? title;
  return { grades, faults, assignment, pointsPossible };
}

function findCanvasUser(cells: readonly string[], users: readonly LmsUser[]): LmsUser | undefined {
  const [name = '', id = '', sisId = '', login = ''] = cells;
  const by = (field: keyof LmsUser, text: string) =>
    text === '' ? undefined : users.find((each) => sameText(each[field], text));
  return by('id', id) ?? by('idNumber', sisId) ?? by('login', login) ?? by('name', name);
}

/** Null for an empty cell, undefined for what is no number; `1,234` is a decimal comma. */
function readCanvasNumber(cell: string): number | null | undefined {
  if (cell.trim() === '') return null;
  const number = Number(cell.replace(',', '.'));
  return Number.isFinite(number) ? number : undefined;
}

function readRows(text: string, separator: string): string[][] {
  return parse(text, { delimiter: separator });
}

function sameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
