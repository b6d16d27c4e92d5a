import Papa from 'papaparse';

/** A row of somebody else's file, and the line, counted from 1, in which it begins. */
export interface DelimitedRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What stands between cells, most telling first. */
export type Separator = '\t' | ';' | ',';
const separators: readonly Separator[] = ['\t', ';', ','];

/** The rows of a file, or the line in which a quotation mark opens that nothing closes. */
export type Delimited =
  | { readonly ok: true; readonly rows: readonly DelimitedRow[] }
  | { readonly ok: false; readonly line: number };

/** Takes off the byte order mark that Excel and some LMS put before a text. */
export function withoutByteOrderMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

/** The separator under which the first row has most headers that are known; null where none has any. */
export function separatorOf(text: string, isKnown: (header: string) => boolean): Separator | null {
  let best: Separator | null = null;
  let most = 0;
  for (const separator of separators) {
    const [first = []] = Papa.parse<string[]>(text, { delimiter: separator, preview: 1 }).data;
    const known = first.filter(isKnown).length;
    if (known > most) [best, most] = [separator, known];
  }
  return best;
}

/** Reads rows with quoted cells and line breaks inside them; rows without any text are left out. */
export function readDelimited(text: string, separator: Separator): Delimited {
  const rows: DelimitedRow[] = [];
  let line = 1;
  let read = 0;
  let unclosedIn: number | null = null;
  Papa.parse<string[]>(text, {
    delimiter: separator,
    step({ data, errors, meta }) {
      if (errors.some(({ type }) => type === 'Quotes')) unclosedIn ??= line;
      if (data.some((cell) => cell.trim() !== '')) rows.push({ line, cells: data });
      line += text.slice(read, meta.cursor).match(/\r\n|\r|\n/g)?.length ?? 0;
      read = meta.cursor;
    },
  });
  return unclosedIn === null ? { ok: true, rows } : { ok: false, line: unclosedIn };
}
