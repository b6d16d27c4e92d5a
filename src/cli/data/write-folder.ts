import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Store } from '../../lib/server/storage/store.ts';
import { countRows } from '../../lib/server/exports/count-rows.ts';
import { bundledFiles, lastOfStatistics, piecesOf } from '../../lib/server/exports/export-bytes.ts';
import type { ExportJob } from '../../lib/server/exports/export-job.ts';
import { exportSource } from '../../lib/server/exports/export-source.ts';
import { countTo, type Progress } from '../../lib/server/exports/progress.ts';

/** A folder that is there already, in words. */
class FolderFault extends Error {
  constructor(folder: string) {
    super(`${folder} is there already. Name another folder with --to, or move this one away.`);
    this.name = 'FolderFault';
  }
}

/**
 * Writes the files of a bundle into a new folder that only its owner may read, each under another name until it is whole, the folder
 * too. Rejects where the folder is there already; what it had written is gone where it fails.
 */
export async function writeFolder(
  store: Store,
  job: ExportJob,
  folder: string,
  progress: Progress,
): Promise<void> {
  const unfinished = `${folder}.part`;
  for (const each of [folder, unfinished]) if (await isThere(each)) throw new FolderFault(each);
  try {
    await writeFiles(store, job, unfinished, progress);
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

async function writeFiles(
  store: Store,
  job: ExportJob,
  folder: string,
  progress: Progress,
): Promise<void> {
  const source = exportSource(store, job);
  const total = await countRows(store, job);
  const count = countTo(total, progress);
  for (const name of bundledFiles(job)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(`${path}.part`, 'wx', 0o600);
    try {
      for await (const piece of piecesOf(source, name, count)) await file.write(piece);
    } finally {
      await file.close();
    }
    await rename(`${path}.part`, path);
    if (name === lastOfStatistics) source.letGo();
  }
  progress(total, total);
}

async function isThere(path: string): Promise<boolean> {
  return open(path, 'r').then(
    async (handle) => {
      await handle.close();
      return true;
    },
    () => false,
  );
}
