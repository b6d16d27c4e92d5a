import { canvasRows, type CanvasRow } from '../../../formats/canvas/canvas-gradebook.ts';
import type { ClassLearner, LmsMatch } from '../../../formats/lms-match.ts';
import type { LmsUnmatchedRow } from '../../../formats/lms-unmatched.ts';
import { moodleRows, type MoodleRow } from '../../../formats/moodle/moodle-grades.ts';
import type { SheetsRow } from '../../../formats/sheets/sheets.ts';
import type { GradedLearner } from '../../results/read-results.ts';
import type { ExportedAssignment } from '../export-job.ts';

const canvasHeader = ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section'];

/** The row of `lms/moodle-grades.csv` for a learner whom the class's own list gives a key. */
export function moodleRowsOf(
  { assignment }: ExportedAssignment,
  { learner, grade }: GradedLearner,
): readonly MoodleRow[] {
  const known = knownAs(learner);
  return known ? moodleRows(assignment.title, [known], () => grade?.percent ?? null).rows : [];
}

/** The rows of `lms/canvas-gradebook.csv` for a learner likewise, without that of the points possible. */
export function canvasRowsOf(
  exported: ExportedAssignment,
  { learner, grade }: GradedLearner,
): readonly CanvasRow[] {
  const known = knownAs(learner);
  if (!known) return [];
  const { lastName, firstName, displayName, studentNumber, email } = learner;
  const name = lastName && firstName ? `${lastName}, ${firstName}` : displayName;
  const row = {
    ...known.row,
    cells: [name, '', studentNumber ?? '', email ?? '', exported.classroom.name],
  };
  return canvasTable(exported, [{ ...known, row }], () => grade?.points ?? null).slice(1);
}

/** The row of the points possible, which stands first in `lms/canvas-gradebook.csv`. */
export function canvasMaximum(exported: ExportedAssignment, maxPoints: number): CanvasRow[] {
  return canvasTable(exported, [], () => null, maxPoints);
}

function canvasTable(
  { assignment }: ExportedAssignment,
  matched: readonly LmsMatch[],
  pointsOf: (learner: ClassLearner) => number | null,
  maxPoints = 0,
): CanvasRow[] {
  const rows = matched.map(({ row }) => row);
  const matching = { matched, ambiguous: [], missing: [], unmatched: [] };
  const filling = { title: assignment.title, maxPoints, pointsOf };
  return canvasRows({ header: canvasHeader, rows }, matching, filling);
}

/** The row of `lms/unmatched.csv` for a learner without any key, or with one that may not be written. */
export function unmatchedRowsOf(
  exported: ExportedAssignment,
  graded: GradedLearner,
): LmsUnmatchedRow[] {
  const { learner } = graded;
  const known = knownAs(learner);
  if (known && moodleRowsOf(exported, graded).length > 0) return [];
  return [
    {
      reason: known ? 'unsafe_key' : 'no_key',
      line: null,
      name: learner.displayName,
      email: learner.email,
      student_number: learner.studentNumber,
      could_be: null,
    },
  ];
}

/** The row of `lms/sheets.csv` for a learner with a counted attempt. */
export function sheetsRows(_exported: ExportedAssignment, graded: GradedLearner): SheetsRow[] {
  const { learner, grade } = graded;
  if (!grade) return [];
  return [
    {
      Timestamp: grade.counted?.submittedAt ?? null,
      'Email Address': learner.email,
      Score: grade.points,
      Max: grade.maxPoints,
      Percent: grade.percent,
      'Last Name': learner.lastName,
      'First Name': learner.firstName,
      'Display Name': learner.displayName,
      'Student Number': learner.studentNumber,
    },
  ];
}

/** A learner as a row of the LMS would name them; null where the class holds no key of the LMS. */
function knownAs(learner: ClassLearner): LmsMatch | null {
  const { studentNumber, email, lastName, firstName, displayName } = learner;
  if (studentNumber === null && email === null) return null;
  const person = {
    ...(studentNumber !== null && { studentNumber }),
    ...(email !== null && { email }),
    ...(lastName === null ? { fullName: displayName } : { lastName }),
    ...(firstName !== null && { firstName }),
  };
  const by = studentNumber === null ? 'email' : 'studentNumber';
  return { row: { line: 0, cells: [], person }, learner, by };
}
