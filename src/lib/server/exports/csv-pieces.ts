import { csvWriter } from '../../formats/csv.ts';
import type { CsvProfile } from '../../formats/csv-profile.ts';
import type { DataFile, RowOf } from '../../formats/data-file.ts';

/** Signs of text that leave together. */
const pieceSigns = 65_536;

/** Rows of a file, some at a time. */
export type Rows<F extends DataFile> = AsyncIterable<readonly RowOf<F>[]>;

/** A whole file as text, piece by piece; `progress` is told how many rows went into each. */
export async function* csvPieces<F extends DataFile>(
  file: F,
  rows: Rows<F>,
  profile: CsvProfile,
): AsyncGenerator<string> {
  const writer = csvWriter(file, profile);
  let piece = writer.header;
  for await (const some of rows) {
    for (const row of some) {
      piece += writer.row(row);
      if (piece.length < pieceSigns) continue;
      yield piece;
      piece = '';
    }
  }
  if (piece !== '') yield piece;
}
