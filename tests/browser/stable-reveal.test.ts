import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { movedBetween, placesOf } from './places.ts';
import { useStage } from './stage.ts';
import { enter, goOn, startAttempt, stormItems } from './storm.ts';

const stage = useStage();

/** Sends the answer, and says what the verdict's arrival moved. */
async function checkAndCompare(page: Page, where: string): Promise<string[]> {
  const before = await placesOf(page);
  await page.getByRole('button', { name: 'Check answer' }).click();
  await page.locator('#verdict').waitFor();
  const after = await placesOf(page);
  return movedBetween(before, after).map((moved) => `${where}: ${moved}`);
}

async function openPage(width: number): Promise<Page> {
  const context = await stage.browser.newContext({
    viewport: { width, height: 800 },
    reducedMotion: 'reduce',
  });
  return context.newPage();
}

describe.each([360, 768, 1280])('at %i px', (width) => {
  it.each(['right', 'wrong'] as const)(
    'a %s answer of any type moves nothing that stands above its verdict',
    async (answer) => {
      const page = await openPage(width);
      await startAttempt(page, stage.server.origin);
      const moved: string[] = [];
      for (const item of stormItems) {
        await enter(page, item[answer]);
        moved.push(...(await checkAndCompare(page, item.id)));
        await goOn(page);
      }
      await page.context().close();
      expect(moved).toEqual([]);
    },
  );
});

it('a refusal and its mend move nothing but what stands below the options', async () => {
  const page = await openPage(360);
  await startAttempt(page, stage.server.origin);
  const before = await placesOf(page);
  await page.getByRole('button', { name: 'Check answer' }).click();
  await page.locator('#problem').waitFor();
  expect(movedBetween(before, await placesOf(page))).toEqual([]);
  await enter(page, ['Until Tuesday']);
  expect(await checkAndCompare(page, 'repairs')).toEqual([]);
  await page.context().close();
});

it('the measure itself sees a planted jump', async () => {
  const page = await openPage(360);
  await startAttempt(page, stage.server.origin);
  const before = await placesOf(page);
  expect(before.length).toBeGreaterThan(10);
  await page.locator('h1').evaluate((heading) => {
    heading.style.paddingTop = '3px';
  });
  expect(movedBetween(before, await placesOf(page))).not.toEqual([]);
  await page.context().close();
});
