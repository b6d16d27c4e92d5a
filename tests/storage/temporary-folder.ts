import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder for the tests of one file, removed after the last of them. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-store-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Paths of files that do not exist yet, each in a folder of its own that does not exist either. */
export function freshFiles(): () => string {
  const folder = temporaryFolder();
  let count = 0;
  return () => join(folder, String((count += 1)), 'verbatim.db');
}
