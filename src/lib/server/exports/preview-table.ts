import { readDelimited } from '../../formats/delimited.ts';
import { standardProfile } from '../../formats/csv-profile.ts';
import { csvPieces } from './csv-pieces.ts';
import type { Table } from './open-table.ts';

/** The first rows of a file as they will stand in it, its header first. */
export type TablePreview = readonly (readonly string[])[];

const previewedRows = 5;

/** Reads no more of a file than its first rows need. */
export async function previewTable({ file, rows }: Table): Promise<TablePreview> {
  const first = {
    file,
    async *rows() {
      let left = previewedRows;
      for await (const some of rows()) {
        yield some.slice(0, left);
        left -= some.length;
        if (left <= 0) return;
      }
    },
  };
  let text = '';
  for await (const piece of csvPieces(first, standardProfile, () => undefined)) text += piece;
  const read = readDelimited(text, ',');
  return read.ok ? read.rows.map(({ cells }) => cells) : [];
}
