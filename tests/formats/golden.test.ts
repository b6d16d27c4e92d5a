import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { goldenFiles } from './example-files.ts';

const golden = join(import.meta.dirname, 'golden');
const files = goldenFiles();

describe('the files of an export', () => {
  // `node tests/formats/write-golden.ts` writes them anew; read the difference before you keep it.
  it.each(files)('%s is what it was, byte for byte', (path, text) => {
    expect(Buffer.from(text)).toEqual(readFileSync(join(golden, path)));
  });

  it('are all there, and no other', () => {
    const kept = readdirSync(golden, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== '.gitattributes')
      .map(({ name }) => name);
    expect(kept).toHaveLength(files.length);
  });
});
