import { parse } from 'csv-parse/sync';

/** Reads a file as RFC 4180 has it and forgives nothing: every row as long as the header. */
export function readStrictly(text: string, separator = ','): string[][] {
  return parse(text, {
    delimiter: separator,
    bom: true,
    relax_column_count: false,
    relax_quotes: false,
    skip_empty_lines: false,
    trim: false,
  });
}
