import { offsetIn } from '../calendar.ts';
import type { Cell, Column } from '../column.ts';
import type { CutFile, DataFile, RowOf } from '../data-file.ts';
import { startZip } from '../zip.ts';
import { headerCell, sheetCell } from './sheet-cell.ts';
import { styleSheet } from './style-sheet.ts';
import { sheetEnd, sheetPath, sheetStart, workbookParts } from './workbook-parts.ts';

/** One sheet that is being written. */
export interface SheetStream<F extends DataFile> {
  readonly push: (row: RowOf<F>) => void;
  readonly end: () => void;
}

/** A workbook that is being written, its sheets one after the other in the order announced. */
export interface WorkbookStream {
  /** Opens the sheet of a file; the one before has to be ended. */
  readonly open: <F extends DataFile>(file: F) => SheetStream<F>;
  /** The files whose rows did not all fit, so far. Tell it in the codebook, which comes last. */
  readonly cut: () => readonly CutFile[];
  readonly end: () => void;
}

/** Where a workbook's bytes go, and how it is written. */
export interface WorkbookOptions {
  readonly onChunk: (bytes: Uint8Array) => void;
  /** IANA zone in whose time instants are written. */
  readonly timeZone: string;
  /** Rows of a sheet at most, its header among them; no spreadsheet has more than 1,048,576. */
  readonly mostRows?: number;
}

const sheetRows = 1_048_576;
const titleSigns = 31;

/** Writes `results.xlsx` in constant memory: a sheet for each of these files, cells with their types. */
export function startWorkbook(
  files: readonly DataFile[],
  { onChunk, timeZone, mostRows = sheetRows }: WorkbookOptions,
): WorkbookStream {
  const zip = startZip(onChunk);
  const write = (path: string, text: string) => {
    const entry = zip.open(path);
    entry.push(text);
    entry.end();
  };
  for (const [path, text] of workbookParts(files.map(titleOf))) write(path, text);
  write('xl/styles.xml', styleSheet);
  const offsetAt = offsetIn(timeZone);
  const cut: CutFile[] = [];
  let opened = 0;
  return {
    cut: () => cut,
    end: () => zip.end(),
    open(file) {
      if (files[opened]?.name !== file.name) throw new Error(`${file.name} is not the next sheet`);
      const entry = zip.open(sheetPath(opened));
      opened += 1;
      const writeRow = rowWriter(file.columns, offsetAt);
      entry.push(sheetStart(file.columns) + headerRow(file.columns));
      let rows = 0;
      return {
        push(row) {
          rows += 1;
          if (rows < mostRows) entry.push(writeRow(rows + 1, row));
        },
        end() {
          if (rows >= mostRows) cut.push({ name: file.name, rows, kept: mostRows - 1 });
          entry.push(sheetEnd);
          entry.end();
        },
      };
    },
  };
}

/** The name of a file's sheet: without folder and ending, as short as sheets ask for. */
function titleOf({ name }: DataFile): string {
  return name
    .replace(/^.*\//, '')
    .replace(/\.csv$/, '')
    .slice(0, titleSigns);
}

function headerRow(columns: readonly Column[]): string {
  const cells = columns.map(({ name }, index) => headerCell(`${lettersAt(index)}1`, name));
  return `<row r="1">${cells.join('')}</row>`;
}

function rowWriter(columns: readonly Column[], offsetAt: (ms: number) => number) {
  const letters = columns.map((_column, index) => lettersAt(index));
  return (number: number, row: object): string => {
    const values = row as Readonly<Record<string, Cell>>;
    let cells = '';
    for (let index = 0; index < columns.length; index += 1) {
      const column = columns[index] as Column;
      const value = values[column.name];
      if (value === null || value === undefined) continue;
      cells += sheetCell(`${letters[index]}${number}`, column, value, offsetAt);
    }
    return `<row r="${number}">${cells}</row>`;
  };
}

/** What sheets call a column: `A` … `Z`, `AA` … */
function lettersAt(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : lettersAt(Math.floor(index / 26) - 1) + last;
}
