import { rename, unlink, writeFile } from 'node:fs/promises';

/** Writes a file that is there whole or not at all; one of this name is replaced. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.${process.pid}.unfinished`;
  try {
    await writeFile(unfinished, bytes);
    await rename(unfinished, path);
  } catch (cause) {
    await unlink(unfinished).catch(() => undefined);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${path} can’t be written (${reason}). Name another place by --out.`, {
      cause,
    });
  }
}
