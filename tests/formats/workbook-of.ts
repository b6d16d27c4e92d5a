import type { DataFile, RowOf } from '../../src/lib/formats/data-file.ts';
import { codebook, codebookRows } from '../../src/lib/formats/results/codebook.ts';
import { startWorkbook } from '../../src/lib/formats/xlsx/xlsx.ts';
import type { Filled } from './example-files.ts';

/** A whole workbook, a sheet a file; `mostRows` cuts sheets shorter than Excel would. */
export function workbookOf(sheets: readonly Filled[], mostRows?: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  const workbook = startWorkbook(
    sheets.map(({ file }) => file),
    {
      onChunk: (bytes) => chunks.push(bytes),
      timeZone: 'Europe/Berlin',
      ...(mostRows === undefined ? {} : { mostRows }),
    },
  );
  for (const { file, rows } of sheets) {
    const sheet = workbook.open(file);
    const all = file === codebook ? codebookRows([codebook], workbook.cut()) : rows;
    for (const row of all) sheet.push(row as RowOf<DataFile>);
    sheet.end();
  }
  workbook.end();
  return Buffer.concat(chunks);
}
