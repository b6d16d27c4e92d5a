import type { Store } from '../storage/store.ts';
import { csvPieces } from './csv-pieces.ts';
import type { ExportJob } from './export-job.ts';
import { openTable } from './open-table.ts';

import type { Progress } from './progress.ts';

/** An export as the bytes of its file. Each chunk is a buffer of its own. */
export async function* exportBytes(
  store: Store,
  job: ExportJob,
  progress: Progress,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const table = openTable(store, job, job.file as never);
  for await (const piece of csvPieces(table.file, table.rows(), job.style.profile)) {
    yield encoder.encode(piece);
  }
  progress(1, 1);
}
