import { classTime, isoTime, type TimeText } from './calendar.ts';
import type { Cell, Column } from './column.ts';
import type { CsvProfile } from './csv-profile.ts';
import type { DataFile, RowOf } from './data-file.ts';
import { guardFormula } from './formula-guard.ts';
import { numberText } from './number-text.ts';

/** Writes one kind of file, a line at a time, so that no export needs to be held whole. */
export interface CsvWriter<F extends DataFile> {
  /** The header row with its line end, a byte order mark before it where the profile has one. */
  readonly header: string;
  /** One row with its line end. */
  readonly row: (row: RowOf<F>) => string;
}

/**
 * Anything that the slow way has to look at: a start that is no plain letter, figure or quotation
 * mark; quotes, separators, control characters and signs without a width anywhere.
 */
const notPlain =
  /^[^0-9A-Za-z\u00C0-\u024F\u2018\u201C]|[^ !#-+\--:<-~\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E]/;
/** Both separators, since a file may meet a reader that expects the other one. */
const quoted = /["\r\n\t,;]/;

/** A writer whose columns and profile are settled once, for rows by the million. */
export function csvWriter<F extends DataFile>(file: F, profile: CsvProfile): CsvWriter<F> {
  const { separator, lineEnd } = profile;
  const { columns } = file;
  const names = columns.map(({ name }) => name);
  const time = profile.timeZone === null ? isoTime() : classTime(profile.timeZone);
  const cells = { time, hasDecimalComma: profile.decimalMark === ',' };
  const bom = profile.hasByteOrderMark ? '\uFEFF' : '';
  return {
    header: bom + names.map(textCell).join(separator) + lineEnd,
    row(row) {
      const values = row as Readonly<Record<string, Cell>>;
      let line = '';
      for (let index = 0; index < columns.length; index += 1) {
        const column = columns[index] as Column;
        const value = values[column.name];
        if (index > 0) line += separator;
        if (value !== null && value !== undefined) line += cellText(column, value, cells);
      }
      return line + lineEnd;
    },
  };
}

interface CellStyle {
  readonly time: TimeText;
  readonly hasDecimalComma: boolean;
}

function cellText(column: Column, value: NonNullable<Cell>, style: CellStyle): string {
  if (typeof value === 'string') return textCell(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'object') return textCell(value.join('|'));
  if (column.type === 'time') return style.time(value);
  const text = numberText(value, column.decimals);
  return style.hasDecimalComma ? text.replace('.', ',') : text;
}

function textCell(text: string): string {
  if (text === '' || !notPlain.test(text)) return text;
  const guarded = guardFormula(text);
  return quoted.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
