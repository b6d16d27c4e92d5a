import { column, decimalsOf } from '../column.ts';
import { dataFile, type RowOf } from '../data-file.ts';
import { guardFormula } from '../formula-guard.ts';
import { columnTitle } from '../lms-column.ts';
import { readLmsExport, type LmsReading } from '../lms-export.ts';
import { matchLearners, type ClassLearner, type LmsMatch, type LmsMatching } from '../lms-match.ts';
import { unmatchedRow, type LmsUnmatchedRow } from '../lms-unmatched.ts';
import { spokenName, type Person } from '../person-headers.ts';

const idNumber = 'ID number';
const email = 'Email address';
const lastName = 'Last name';
const firstName = 'First name';
const headers = [idNumber, email, lastName, firstName];

/** `lms/moodle-grades.csv` for a quiz of this title. */
export function moodleGrades(title: string) {
  return dataFile(
    'lms/moodle-grades.csv',
    'One row a learner who was matched with Moodle’s own list, for its grade import.',
    [
      column(idNumber, 'text', 'ID number', 'As Moodle has it: one of the keys of its import.'),
      column(email, 'text', 'E-mail address', 'As Moodle has it: the other key of its import.'),
      column(lastName, 'text', 'Last name', 'As Moodle has it.'),
      column(firstName, 'text', 'First name', 'As Moodle has it.'),
      column(
        columnTitle(title, headers),
        'number',
        'Grade',
        'percent of gradebook.csv, never under 0 nor over 100; empty for no grade.',
        { decimals: decimalsOf.points, unit: '%', values: '0–100' },
      ),
    ],
  );
}

/** A row of `lms/moodle-grades.csv`. */
export type MoodleRow = RowOf<ReturnType<typeof moodleGrades>>;

/** Reads the teacher's own export from Moodle: grades or participants. */
export function readMoodleExport(text: string): LmsReading {
  return readLmsExport(text, [
    { anyOf: ['studentNumber', 'email', 'login'], called: `${idNumber} / ${email}` },
  ]);
}

/** Matches as Moodle's import does: ID number, e-mail address, username; then by name. */
export function matchMoodle(
  rows: Parameters<typeof matchLearners>[0],
  learners: readonly ClassLearner[],
): LmsMatching {
  return matchLearners(rows, learners, ['studentNumber', 'email', 'login']);
}

/**
 * The rows for Moodle of everybody matched, and those left out: one unknown person stops the whole
 * import, and a key with a guard before it is unknown.
 */
export function moodleRows(
  title: string,
  matched: readonly LmsMatch[],
  percentOf: (learner: ClassLearner) => number | null,
): { readonly rows: readonly MoodleRow[]; readonly leftOut: readonly LmsUnmatchedRow[] } {
  const grade = columnTitle(title, headers);
  const isKnown = ({ row }: LmsMatch) =>
    Boolean(safeKey(row.person.studentNumber) ?? safeKey(row.person.email));
  return {
    rows: matched.filter(isKnown).map(({ row, learner }) => ({
      [idNumber]: safeKey(row.person.studentNumber),
      [email]: safeKey(row.person.email),
      ...namesOf(row.person),
      [grade]: held(percentOf(learner)),
    })) as MoodleRow[],
    leftOut: matched
      .filter((each) => !isKnown(each))
      .map(({ row }) => unmatchedRow('unsafe_key', row)),
  };
}

function namesOf(person: Person) {
  return {
    [lastName]: person.lastName ?? spokenName(person),
    [firstName]: person.firstName ?? null,
  };
}

function safeKey(key: string | undefined): string | null {
  return key !== undefined && guardFormula(key) === key ? key : null;
}

function held(percent: number | null): number | null {
  return percent === null ? null : Math.min(100, Math.max(0, percent));
}
