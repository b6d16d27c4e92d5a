import { unzipSync } from 'fflate';
import { exportBytes } from '../../src/lib/server/exports/export-bytes.ts';
import type { ExportJob } from '../../src/lib/server/exports/export-job.ts';
import type { SittingRoom } from '../attempts/sitting-room.ts';
import { readStrictly } from '../formats/read-strictly.ts';
import type { SeededClass } from '../classes/seed-class.ts';

/** An export of a seeded class as its instructor would ask for it. */
export async function jobFor(
  { app }: Pick<SittingRoom, 'app'>,
  { assignment, instructor }: Pick<SeededClass, 'assignment' | 'instructor'>,
  file: ExportJob['file'],
  query = '',
): Promise<ExportJob> {
  const wish = { assignmentId: assignment.id, file, query: new URLSearchParams(query) };
  const job = await app.teaching.prepareExport(wish, instructor);
  if (!job) throw new Error('The instructor leads the class');
  return job;
}

/** The whole of an export. */
export async function bytesOf({ store }: Pick<SittingRoom, 'store'>, job: ExportJob) {
  const chunks: Uint8Array[] = [];
  for await (const bytes of exportBytes(store, job, () => undefined)) chunks.push(bytes);
  return new Uint8Array(Buffer.concat(chunks));
}

/** The files of a bundle as text, by their names. */
export async function filesOf(
  room: SittingRoom,
  seeded: Pick<SeededClass, 'assignment' | 'instructor'>,
  query = '',
): Promise<ReadonlyMap<string, string>> {
  const zip = unzipSync(await bytesOf(room, await jobFor(room, seeded, 'bundle', query)));
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return new Map(Object.entries(zip).map(([name, bytes]) => [name, decoder.decode(bytes)]));
}

/** A file's rows by the names of its columns. */
export function rowsOf(files: ReadonlyMap<string, string>, name: string): Record<string, string>[] {
  const [header = [], ...rows] = readStrictly(files.get(name) ?? '');
  return rows.map((cells) =>
    Object.fromEntries(header.map((column, at) => [column, cells[at] ?? ''])),
  );
}
