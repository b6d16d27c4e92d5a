import { codebook, codebookRows } from '../../formats/results/codebook.ts';
import { lmsProfile, type CsvProfile } from '../../formats/csv-profile.ts';
import { startWorkbook } from '../../formats/xlsx/xlsx.ts';
import { startZip } from '../../formats/zip.ts';
import type { Store } from '../storage/store.ts';
import { csvPieces } from './csv-pieces.ts';
import { namesIn, type ExportJob, type TableName } from './export-job.ts';
import { exportSource, type ExportSource } from './export-source.ts';
import { fileOf, openTable } from './open-table.ts';
import { countRows } from './count-rows.ts';
import { countTo, type Count, type Progress } from './progress.ts';
import { resultLines } from './rows/stored-response.ts';

/** Bytes that leave together. */
type Chunk = Uint8Array<ArrayBuffer>;

/** An export as the bytes of its file. Each chunk is a buffer of its own. */
export async function* exportBytes(
  store: Store,
  job: ExportJob,
  progress: Progress,
): AsyncGenerator<Chunk> {
  const source = exportSource(store, job);
  const total = await countRows(store, job);
  progress(0, total);
  const count = countTo(total, progress);
  if (job.file === 'bundle') yield* bundleBytes(source, count);
  else if (job.file === 'results.xlsx') yield* workbookBytes(source, count);
  else yield* encoded(piecesOf(source, job.file, count));
  progress(total, total);
}

async function* encoded(pieces: AsyncIterable<string>): AsyncGenerator<Chunk> {
  const encoder = new TextEncoder();
  for await (const piece of pieces) yield encoder.encode(piece);
}

/** One file of an export as text, piece by piece. */
export function piecesOf(
  source: ExportSource,
  file: TableName | 'results.jsonl',
  count: Count,
): AsyncGenerator<string> {
  if (file === 'results.jsonl') return linesOf(source, count);
  return csvPieces(openTable(source, file), profileFor(source.job, file), count);
}

/** Importers know one form of file, whatever the reader's own program likes. */
function profileFor({ classroom, style }: ExportJob, name: TableName): CsvProfile {
  return name.startsWith('lms/') ? lmsProfile(classroom.timeZone) : style.profile;
}

async function* linesOf({ job, learners, rescores }: ExportSource, count: Count) {
  const holding = await rescores();
  for await (const graded of learners()) {
    count(graded.attempts.reduce((sum, { responses }) => sum + responses.length, 0));
    const lines = resultLines(job, holding, graded);
    if (lines !== '') yield lines;
  }
}

/** The last file that needs the statistics' table, after which it is let go. */
export const lastOfStatistics: TableName = 'calibration.csv';

/** The files that a bundle holds, in their order. */
export function bundledFiles(job: ExportJob): (TableName | 'results.jsonl')[] {
  // The last one is lossless: there is no form of it that tells of nobody.
  return [...namesIn(job), ...(job.style.anonymousBy === null ? ['results.jsonl' as const] : [])];
}

async function* bundleBytes(source: ExportSource, count: Count): AsyncGenerator<Chunk> {
  const { job } = source;
  const written = outlet();
  const zip = startZip(written.push);
  for (const name of bundledFiles(job)) {
    const entry = zip.open(name);
    for await (const piece of piecesOf(source, name, count)) {
      entry.push(piece);
      yield* written.take();
    }
    entry.end();
    if (name === lastOfStatistics) source.letGo();
    yield* written.take();
  }
  zip.end();
  yield* written.take();
}

/** A sheet for every file but those for an LMS; the codebook, which tells of cut sheets, comes last. */
async function* workbookBytes(source: ExportSource, count: Count): AsyncGenerator<Chunk> {
  const { job } = source;
  const names = namesIn(job).filter((name) => !name.startsWith('lms/') && name !== codebook.name);
  const files = names.map((name) => fileOf(job, name));
  const written = outlet();
  const book = startWorkbook([...files, codebook], {
    onChunk: written.push,
    timeZone: job.classroom.timeZone,
  });
  for (const name of names) {
    const { file, rows } = openTable(source, name);
    const sheet = book.open(file);
    for await (const some of rows()) {
      for (const row of some) sheet.push(row);
      count(some.length);
      yield* written.take();
    }
    sheet.end();
    if (name === lastOfStatistics) source.letGo();
    yield* written.take();
  }
  const sheet = book.open(codebook);
  for (const row of codebookRows([...files, codebook], book.cut())) sheet.push(row);
  sheet.end();
  book.end();
  yield* written.take();
}

/** Where a writer that knows no waiting puts its bytes, until they are taken. */
function outlet() {
  let waiting: Chunk[] = [];
  return {
    push: (bytes: Uint8Array) => void waiting.push(bytes.slice()),
    take() {
      const taken = waiting;
      waiting = [];
      return taken;
    },
  };
}
