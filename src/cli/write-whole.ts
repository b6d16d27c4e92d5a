import { rename, unlink, writeFile } from 'node:fs/promises';
import { explainPath } from './explain-failure.ts';

/** Writes a file that is there whole or not at all; one of this name is replaced. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.${process.pid}.unfinished`;
  try {
    await writeFile(unfinished, bytes);
    await rename(unfinished, path);
  } catch (cause) {
    await unlink(unfinished).catch(() => undefined);
    throw new Error(explainPath(path, cause) ?? `${path} can’t be written: ${String(cause)}`, {
      cause,
    });
  }
}
