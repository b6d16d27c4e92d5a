import { csvWriter } from '../../formats/csv.ts';
import type { CsvProfile } from '../../formats/csv-profile.ts';
import type { Table } from './open-table.ts';

/** Signs of text that leave together. */
const pieceSigns = 65_536;

/** A whole table as CSV, piece by piece; `count` is told of every few rows. */
export async function* csvPieces(
  { file, rows }: Table,
  profile: CsvProfile,
  count: (rows: number) => void,
): AsyncGenerator<string> {
  const writer = csvWriter(file, profile);
  let piece = writer.header;
  for await (const some of rows()) {
    count(some.length);
    for (const row of some) {
      piece += writer.row(row);
      if (piece.length < pieceSigns) continue;
      yield piece;
      piece = '';
    }
  }
  if (piece !== '') yield piece;
}
