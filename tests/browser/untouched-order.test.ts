import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useStage } from './stage.ts';
import { check, enter, goOn, startAttempt, stormItems } from './storm.ts';

const stage = useStage();

/** Opens the fixture bank's question of an order, those before it answered. */
async function openOrder(javaScriptEnabled: boolean): Promise<Page> {
  const context = await stage.browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  await startAttempt(page, stage.server.origin);
  for (const item of stormItems) {
    if (item.type === 'order') return page;
    await enter(page, item.right);
    await check(page);
    await goOn(page);
  }
  throw new Error('The fixture bank has an order');
}

it('an order that nobody touched is not sent at first, and is as it stands where one insists', async () => {
  const page = await openOrder(true);
  const posts: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') posts.push(request.url());
  });
  const send = page.getByRole('button', { name: 'Check answer' });
  await send.click();
  const notice = page.getByText('Nothing has been moved yet. Check again to take the order');
  await notice.waitFor();
  expect(await notice.evaluate((each) => each === document.activeElement)).toBe(true);
  expect(posts).toEqual([]);
  const presented = await page.locator('[data-arrange] .words').allInnerTexts();
  await send.click();
  await page.locator('#verdict').waitFor();
  expect(posts).toHaveLength(1);
  expect(await page.locator('.movable .words').allInnerTexts()).toEqual(presented);
  await page.context().close();
});

it('an order in which something was moved is graded at once', async () => {
  const page = await openOrder(true);
  await page
    .getByRole('button', { name: /^Move down/ })
    .first()
    .click();
  await check(page);
  await page.context().close();
});

it('without JavaScript an order without places is refused, and with them graded', async () => {
  const page = await openOrder(false);
  await page.getByRole('button', { name: 'Check answer' }).click();
  expect(await page.locator('#problem').innerText()).toMatch(/^Choose an answer first/);
  for (const [index, choice] of (await page.locator('select').all()).entries()) {
    await choice.selectOption(String(index + 1));
  }
  await check(page);
  await page.context().close();
});
