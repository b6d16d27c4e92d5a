import { column, decimalsOf } from '../column.ts';
import { dataFile, type RowOf } from '../data-file.ts';

const points = { decimals: decimalsOf.points, unit: 'points' };

/** `lms/sheets.csv`: one row a learner, with the headers that Google Forms gives its answers. */
export const sheets = dataFile(
  'lms/sheets.csv',
  'One row a learner with a counted attempt, as Google Sheets knows it from Google Forms.',
  [
    column('Timestamp', 'time', 'Handed in', 'submitted_at of gradebook.csv, in class time.'),
    column('Email Address', 'text', 'E-mail address', 'email of gradebook.csv.'),
    column('Score', 'number', 'Points', 'points of gradebook.csv.', points),
    column('Max', 'number', 'Points possible', 'max_points of gradebook.csv.', points),
    column('Percent', 'number', 'Percent', '100 × Score ÷ Max, without a % sign.', {
      decimals: decimalsOf.points,
      unit: '%',
      values: '0–100',
    }),
    column('Last Name', 'text', 'Last name', 'last_name of gradebook.csv.'),
    column('First Name', 'text', 'First name', 'first_name of gradebook.csv.'),
    column('Display Name', 'text', 'Name shown', 'display_name of gradebook.csv.'),
    column('Student Number', 'text', 'Student number', 'student_number of gradebook.csv.'),
  ],
);

/** A row of `lms/sheets.csv`. */
export type SheetsRow = RowOf<typeof sheets>;
