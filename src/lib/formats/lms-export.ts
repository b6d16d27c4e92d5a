import type { Say } from '../messages/say.ts';
import {
  readDelimited,
  separatorOf,
  withoutByteOrderMark,
  type DelimitedRow,
} from './delimited.ts';
import { personFieldOf, personIn, type Person, type PersonField } from './person-headers.ts';

/** A row of the teacher's own export, and whom it is about. */
export interface LmsRow extends DelimitedRow {
  readonly person: Person;
}

/** The teacher's own export from an LMS. */
export interface LmsExport {
  readonly header: readonly string[];
  readonly rows: readonly LmsRow[];
}

/** Why an export can't be used. `line` counts from 1; `text` is what is missing or too much. */
export interface LmsFault {
  readonly kind: 'empty' | 'tooManyCells' | 'unclosedQuote' | 'wrongHeader';
  readonly line: number;
  readonly text: string;
}

/** A whole export, or everything that is wrong with it. */
export type LmsReading =
  | { readonly ok: true; readonly lmsExport: LmsExport }
  | { readonly ok: false; readonly faults: readonly LmsFault[] };

/** Columns an export needs: a column for each entry, any of the fields in it, and how it is called. */
export type NeededColumns = readonly {
  readonly anyOf: readonly PersonField[];
  readonly called: string;
}[];

/** Reads an export with commas, semicolons or tabs. A row cut short is filled up, as Excel cuts them. */
export function readLmsExport(text: string, needed: NeededColumns): LmsReading {
  const plain = withoutByteOrderMark(text);
  const separator = separatorOf(plain, (header) => personFieldOf(header) !== null) ?? ',';
  const read = readDelimited(plain, separator);
  if (!read.ok) return refuse([{ kind: 'unclosedQuote', line: read.line, text: '' }]);
  const [first, ...others] = read.rows;
  if (!first) return refuse([{ kind: 'empty', line: 1, text: '' }]);
  const header = first.cells.map((cell) => cell.trim());
  const faults = [
    ...missingColumns(header, first.line, needed),
    ...others.filter(({ cells }) => isTooLong(cells, header)).map(tooManyCells),
  ];
  if (faults.length > 0) return refuse(faults);
  const rows = others.map(({ line, cells }) => ({ line, cells, person: personIn(header, cells) }));
  if (rows.length === 0) return refuse([{ kind: 'empty', line: first.line, text: '' }]);
  return { ok: true, lmsExport: { header, rows } };
}

/** Says a fault: its line, what is wrong, and the mend. `lms` is the name of the LMS. */
export function sayLmsFault({ kind, line, text }: LmsFault, lms: string, say: Say): string {
  return say(`lmsExport.fault.${kind}`, { line, text, lms });
}

function refuse(faults: readonly LmsFault[]): LmsReading {
  return { ok: false, faults };
}

function missingColumns(
  header: readonly string[],
  line: number,
  needed: NeededColumns,
): LmsFault[] {
  const fields = header.map(personFieldOf);
  return needed
    .filter(({ anyOf }) => !anyOf.some((field) => fields.includes(field)))
    .map(({ called }) => ({ kind: 'wrongHeader', line, text: called }));
}

function isTooLong(cells: readonly string[], header: readonly string[]): boolean {
  return cells.slice(header.length).some((cell) => cell.trim() !== '');
}

function tooManyCells({ line, cells }: DelimitedRow): LmsFault {
  return { kind: 'tooManyCells', line, text: cells.at(-1)?.trim() ?? '' };
}
