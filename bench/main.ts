import { readdirSync } from 'node:fs';

/** Every file of this folder: it measures, prints a table and one last line with its limit. */
interface Bench {
  readonly run: () => Promise<void>;
}

const [name = ''] = process.argv.slice(2);
const names = readdirSync(import.meta.dirname)
  .filter((entry) => entry.endsWith('.ts') && !['main.ts', 'median.ts'].includes(entry))
  .map((entry) => entry.slice(0, -'.ts'.length));

if (names.includes(name)) {
  const bench = (await import(`./${name}.ts`)) as Bench;
  await bench.run();
} else {
  console.error(name ? `There is no bench called “${name}”.` : 'Say which bench to run.');
  console.error(`Use: npm run bench -- <name>, with one of: ${names.join(', ')}.`);
  process.exitCode = 2;
}
