import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { goldenFiles } from './example-files.ts';

const golden = join(import.meta.dirname, 'golden');

for (const folder of ['standard', 'excel-de', 'excel-en', 'lms']) {
  await rm(join(golden, folder), { recursive: true, force: true });
}
for (const [path, text] of goldenFiles()) {
  await mkdir(dirname(join(golden, path)), { recursive: true });
  await writeFile(join(golden, path), text);
}
