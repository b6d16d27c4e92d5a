import type { Browser } from 'playwright-core';
import { faultsOf, scrollsSideways } from './axe-faults.ts';

/** The looks in which pages are looked at: both colour schemes, on a phone and on a desk. */
export const looks = [
  { colorScheme: 'light', width: 360 },
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 360 },
  { colorScheme: 'dark', width: 1280 },
] as const;

/** A page in a look, what is wrong with the pages it is sent to, and how they are looked at. */
export async function openInLook(
  browser: Browser,
  origin: string,
  { colorScheme, width }: (typeof looks)[number],
) {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  const look = async (where: string) => {
    faults.push(...(await faultsOf(page, where)));
    if (await scrollsSideways(page)) faults.push(`${where}: scrolls sideways`);
  };
  const visit = async (path: string) => {
    await page.goto(`${origin}${path}`);
    await look(path);
  };
  return { context, page, faults, look, visit };
}
