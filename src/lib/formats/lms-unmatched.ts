import { column } from './column.ts';
import { dataFile, type RowOf } from './data-file.ts';
import type { LmsMatching } from './lms-match.ts';
import type { LmsRow } from './lms-export.ts';
import { spokenName } from './person-headers.ts';
import type { ClassLearner } from './lms-match.ts';

/** `lms/unmatched.csv`: one row for everybody who stands in no file for an LMS. */
export const lmsUnmatched = dataFile(
  'lms/unmatched.csv',
  'One row for everybody who could not be matched with the LMS, and why.',
  [
    column(
      'reason',
      'text',
      'Reason',
      'missing_here: only in the LMS; missing_in_lms: only in the class; ambiguous: could be several people; unsafe_key: a spreadsheet would run the key as a formula; no_key: the class knows neither number nor address.',
      { values: 'missing_here, missing_in_lms, ambiguous, unsafe_key, no_key' },
    ),
    column(
      'line',
      'integer',
      'Line',
      'Of the row in the export of the LMS; empty for learners of the class.',
    ),
    column('name', 'text', 'Name', 'As the LMS or the class has it.'),
    column('email', 'text', 'E-mail address', 'As the LMS or the class has it.'),
    column('student_number', 'text', 'Student number', 'As the LMS or the class has it.'),
    column(
      'could_be',
      'text',
      'Could be',
      'The learners of the class that an ambiguous row could be about, joined by |.',
    ),
  ],
);

/** A row of `lms/unmatched.csv`. */
export type LmsUnmatchedRow = RowOf<typeof lmsUnmatched>;

/** Everybody whom a matching left over: rows of the LMS by line, then learners of the class. */
export function unmatchedRows({ ambiguous, missing, unmatched }: LmsMatching): LmsUnmatchedRow[] {
  const ofLms = [
    ...ambiguous.map(({ row, candidates }) =>
      unmatchedRow('ambiguous', row, candidates.map(({ displayName }) => displayName).join('|')),
    ),
    ...missing.map((row) => unmatchedRow('missing_here', row)),
  ];
  return [
    ...ofLms.sort((one, other) => (one.line ?? 0) - (other.line ?? 0)),
    ...unmatched.map(ofClass),
  ];
}

/** What is told of a row of the LMS that was left out. */
export function unmatchedRow(
  reason: string,
  { line, person }: LmsRow,
  couldBe: string | null = null,
): LmsUnmatchedRow {
  const { email = null, studentNumber = null } = person;
  const name = spokenName(person);
  return { reason, line, name, email, student_number: studentNumber, could_be: couldBe };
}

function ofClass({ displayName, email, studentNumber }: ClassLearner): LmsUnmatchedRow {
  const reason = 'missing_in_lms';
  return {
    reason,
    line: null,
    name: displayName,
    email,
    student_number: studentNumber,
    could_be: null,
  };
}
