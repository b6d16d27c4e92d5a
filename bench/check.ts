import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { contentFolders, loadCollection } from '../src/lib/server/content/load-collection.ts';
import type { SizeFigures } from './collection/measure-size.ts';

const sizes = [1_000, 3_000, 10_000];
/** The check may take so many times what remark takes alone. */
const limit = 1.6;

/** Measures the check of generated collections, and of the project's own banks. */
export async function run(): Promise<void> {
  const rows: SizeFigures[] = [];
  for (const items of sizes) rows.push(await measureSize(items));
  console.table(
    rows.map((row) => ({
      items: row.items,
      'remark alone (ms)': Math.round(row.remarkMs),
      'check (ms)': Math.round(row.checkMs),
      ratio: round(row.checkMs / row.remarkMs),
      'µs an item': Math.round((row.checkMs / row.items) * 1000),
      'peak memory (MB)': Math.round(row.peakMegabytes),
    })),
  );
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return;
  const growth = last.checkMs / last.items / (first.checkMs / first.items);
  console.log(`time an item, ${last.items} to ${first.items} items: ${round(growth)}, limit 1.3`);
  console.log(
    `peak memory: ${Math.round(Math.max(...rows.map((row) => row.peakMegabytes)))} MB, limit 800`,
  );
  console.log(await timeOwnBanks());
  const worst = Math.max(...rows.map((row) => row.checkMs / row.remarkMs));
  console.log(
    `check: ${round(worst)} times remark alone, limit ${limit}, ratio ${round(worst / limit)}`,
  );
}

async function timeOwnBanks(): Promise<string> {
  const start = performance.now();
  const { files } = await loadCollection(contentFolders(process.env));
  const items = files.flatMap((bank) => bank.written).length;
  const elapsedMs = Math.round(performance.now() - start);
  return `the project's own banks, ${items} items, cold: ${elapsedMs} ms, limit 1000 ms`;
}

/** A fresh process for each size, so that none inherits another's compiled code or memory. */
async function measureSize(items: number): Promise<SizeFigures> {
  const child = fileURLToPath(new URL('collection/measure-size.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [child, String(items)]);
  return JSON.parse(stdout) as SizeFigures;
}

function round(figure: number): number {
  return Math.round(figure * 100) / 100;
}
