import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from '../tests/browser/chromium.ts';
import { startServer } from '../tests/http/server.ts';
import { medianOf } from './median.ts';

const rounds = 10;
/** Milliseconds from a save until the page shows it. */
const limitMs = 2000;

/** Saves a bank of the project with another stem, and times until the preview's page shows it. */
export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-preview-'));
  await cp('src/content', folder, { recursive: true });
  const path = join(folder, 'banks/qwen-lead-steps-down.md');
  const sound = await readFile(path, 'utf8');
  const [browser, server] = await Promise.all([
    openBrowser(),
    startServer({ VERBATIM_PREVIEW: '1', CONTENT_DIR: folder }),
  ]);
  const page = await browser.newPage();
  await page.goto(`${server.origin}/preview/qwen-lead-steps-down`);
  const times: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const began = performance.now();
    await writeFile(path, sound.replace(/^## /m, `## Round ${round}: `));
    await page.getByRole('heading', { name: `Round ${round}: ` }).waitFor();
    times.push(performance.now() - began);
  }
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
  const slowest = Math.round(Math.max(...times));
  console.table({ 'save to screen, ms': { median: Math.round(medianOf(times)), slowest } });
  const ratio = (slowest / limitMs).toFixed(2);
  console.log(`preview: ${slowest} ms from save to screen, limit ${limitMs}, ratio ${ratio}`);
}
