import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { writeBackup, type Progress } from './backup.ts';
import type { Database } from './database.ts';
import { BackupFault, restoreBackup } from './restore.ts';

/**
 * Writes a backup, as gzip, into a new file that only its owner may read, synced to disk before it
 * resolves. Rejects where the file is there already; what it could not finish it removes.
 */
export async function writeBackupFile(
  database: Database,
  file: string,
  progress?: Progress,
): Promise<void> {
  const handle = await open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST'
      ? new BackupFault(`${file} is there already, and is left as it is. Name another file.`)
      : new BackupFault(`${file} can’t be made: ${error.message}`, error);
  });
  try {
    const chunks = Readable.from(inChunks(writeBackup(database, progress)));
    await pipeline(chunks, createGzip(), async (compressed: AsyncIterable<Buffer>) => {
      for await (const chunk of compressed) await handle.writeFile(chunk);
    });
    await handle.sync();
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

/** Restores what {@link writeBackupFile} wrote; resolves to the number of rows. */
export async function restoreBackupFile(
  database: Database,
  file: string,
  progress?: Progress,
): Promise<number> {
  return restoreBackup(database, linesOf(file), progress);
}

/** Characters that are compressed at once. */
const chunkLength = 65_536;

async function* inChunks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let chunk = '';
  for await (const line of lines) {
    chunk += `${line}\n`;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const compressed = createReadStream(file);
  const plain = createGunzip();
  // Ends the reader below with the same error.
  compressed.on('error', (error) => plain.destroy(error));
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const chunk of compressed.pipe(plain)) {
      const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw code?.startsWith('Z_')
      ? new BackupFault(`${file} is no whole backup (${message}). Take another copy of it.`, error)
      : new BackupFault(`${file} can’t be read: ${message}`, error);
  } finally {
    compressed.destroy();
  }
  if (rest !== '') yield rest;
}
