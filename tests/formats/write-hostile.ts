import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bareText, hostileFiles } from './hostile-files.ts';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Say where to: node tests/formats/write-hostile.ts FOLDER');

for (const [path, content] of [...hostileFiles(), ['bare/names.csv', bareText] as const]) {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}
