import { column, type Column } from '../column.ts';
import { dataFile, type CutFile, type DataFile, type RowOf } from '../data-file.ts';

/** `codebook.csv`: one row a column of every file, itself included. */
export const codebook = dataFile(
  'codebook.csv',
  'One row a column of every file: what it means, how it is worked out, what others call it.',
  [
    column('file', 'text', 'File', 'The file that holds the column.'),
    column('name', 'text', 'Column', 'Its header.'),
    column('label', 'text', 'Label', 'A short name for people.'),
    column('type', 'text', 'Type', 'What its cells hold. An empty cell is a missing value.', {
      values: 'text, id, integer, number, boolean, time, list',
    }),
    column('unit', 'text', 'Unit', 'Empty where there is none.'),
    column('values', 'text', 'Values', 'Which values occur; empty where any may.'),
    column(
      'formula',
      'text',
      'Definition',
      'Definition or formula: over which n, on which basis, by which other names known.',
    ),
    column('since_version', 'text', 'Since', 'The version of the export that brought the column.'),
  ],
);

/** A row of `codebook.csv`. */
export type CodebookRow = RowOf<typeof codebook>;

/**
 * What `codebook.csv` says of these files, in their order; give it the codebook too. In a workbook,
 * a row at the end for each file that a sheet could not take whole.
 */
export function codebookRows(
  files: readonly DataFile[],
  cut: readonly CutFile[] = [],
): CodebookRow[] {
  const described = files.flatMap((file) => file.columns.map((each) => rowOf(file, each)));
  return [...described, ...cut.map(noteOf)];
}

function rowOf(file: DataFile, { name, label, type, unit, values, formula, since }: Column) {
  return { file: file.name, name, label, type, unit, values, formula, since_version: since };
}

function noteOf({ name, rows, kept }: CutFile): CodebookRow {
  const formula = `This sheet holds the first ${kept} of ${rows} rows, since no spreadsheet takes more. ${name} holds all of them.`;
  const none = { name: null, type: null, unit: null, values: null, since_version: null };
  return { file: name, ...none, label: 'Not all rows', formula };
}
