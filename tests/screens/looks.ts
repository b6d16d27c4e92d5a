import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';

/** Ways in which a screen is looked at. */
interface Look {
  readonly name: string;
  readonly media: Parameters<Page['emulateMedia']>[0];
  /** Style that is laid over the page for this look alone, or null. */
  readonly filter: string | null;
}

const plain = {
  media: 'screen',
  colorScheme: 'light',
  forcedColors: 'none',
  reducedMotion: 'reduce',
} as const;

const looks: readonly Look[] = [
  { name: 'light', media: plain, filter: null },
  { name: 'dark', media: { ...plain, colorScheme: 'dark' }, filter: null },
  { name: 'forced-colours', media: { ...plain, forcedColors: 'active' }, filter: null },
  { name: 'greyscale', media: plain, filter: 'grayscale(1)' },
  { name: 'print', media: { ...plain, media: 'print' }, filter: null },
];

const widths = [360, 768, 1280];
const height = 800;

/** Photographs a page as it stands, in every look at every width, and leaves it as it was. */
export async function photograph(page: Page, folder: string, name: string): Promise<void> {
  for (const look of looks) {
    await page.emulateMedia(look.media);
    await page.evaluate((filter) => {
      document.documentElement.style.filter = filter ?? '';
    }, look.filter);
    for (const width of widths) {
      const path = join(folder, look.name, String(width), `${name}.png`);
      await mkdir(dirname(path), { recursive: true });
      await page.setViewportSize({ width, height });
      await page.screenshot({ path, fullPage: true });
    }
  }
  await page.emulateMedia(plain);
  await page.evaluate(() => document.documentElement.style.removeProperty('filter'));
}
