import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { trapCookies, type CookieTrap } from '../http/cookie-trap.ts';
import { useStage } from './stage.ts';
import { check, enter, goOn, startAttempt, stormItems, stormPoints } from './storm.ts';

const stage = useStage();
let trap: CookieTrap;

beforeAll(async () => {
  trap = await trapCookies(stage.server.origin);
});
afterAll(() => trap.close());

async function answerAll(page: Page): Promise<void> {
  for (const item of stormItems) {
    await enter(page, item.right);
    await check(page);
    await goOn(page);
  }
}

it.each([true, false])(
  'a quiz is played to its end without cookies, with script: %s',
  async (javaScriptEnabled) => {
    const context = await stage.browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await startAttempt(page, trap.origin);
    expect(await page.locator('#unkept').innerText()).toContain('keeps no cookies');
    await answerAll(page);
    expect(await page.locator('h1').innerText()).toContain(
      `${stormPoints} of ${stormPoints} points`,
    );
    expect(await context.cookies()).toEqual([]);
    await page.getByRole('link', { name: 'My record' }).click();
    expect(await page.locator('.lead').innerText()).toContain(`Of ${stormItems.length} questions`);
    await context.close();
  },
);

it('nothing is found again once the address is gone', async () => {
  const page = await stage.browser.newPage();
  await startAttempt(page, trap.origin);
  await page.goto(`${trap.origin}/my-record`);
  expect(await page.locator('.lead').innerText()).toContain('answered nothing yet');
  await page.context().close();
});

it('a browser that keeps its cookie is sent on to the address without the secret', async () => {
  const page = await stage.browser.newPage();
  await startAttempt(page, stage.server.origin);
  expect(new URL(page.url()).search).toBe('');
  expect(await page.locator('#unkept').count()).toBe(0);
  expect(await page.content()).not.toContain('as=');
  await page.context().close();
});
