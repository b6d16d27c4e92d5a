import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { makeClient } from '../http/client.ts';
import { joinServed } from '../http/served-class.ts';
import { useStage } from './stage.ts';

const stage = useStage();
const shownCode = /^[A-Z0-9]{3} [A-Z0-9]{3} [A-Z0-9]{3}$/;

/** From a quiz's page to the code on the projector, as a teacher goes; gives how often was clicked. */
async function openClass(page: Page): Promise<number> {
  const clicks = [
    () => page.getByRole('link', { name: 'Use this with a class' }).click(),
    () => page.getByRole('button', { name: 'Open the class' }).click(),
    () => page.getByRole('link', { name: 'Show the code on the projector' }).click(),
  ];
  await page.goto(`${stage.server.origin}/banks/storm`);
  for (const click of clicks) await click();
  await page.waitForURL(/\/projector$/);
  return clicks.length;
}

describe.each([
  { script: 'with JavaScript', javaScriptEnabled: true },
  { script: 'without JavaScript', javaScriptEnabled: false },
])('a teacher, $script', ({ javaScriptEnabled }) => {
  it('has a code on the projector within six interactions, large and without scrolling', async () => {
    const context = await stage.browser.newContext({
      javaScriptEnabled,
      viewport: { width: 1280, height: 720 },
    });
    const page = await context.newPage();
    expect(await openClass(page)).toBeLessThanOrEqual(6);
    const code = page.getByText(shownCode);
    expect(await code.isVisible()).toBe(true);
    const size = await code.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    expect(size).toBeGreaterThan(96);
    expect(await page.locator('svg[role="img"]').isVisible()).toBe(true);
    const overflows = await page.evaluate(
      () => document.documentElement.scrollHeight > window.innerHeight,
    );
    expect(overflows).toBe(false);
    await context.close();
  });
});

describe('with JavaScript', () => {
  it('the time zone of the browser is filled in, and left alone once it was sent', async () => {
    const context = await stage.browser.newContext({ timezoneId: 'Asia/Tokyo' });
    const page = await context.newPage();
    await page.goto(`${stage.server.origin}/teach/new?bank=storm`);
    await page.getByText('Time zone, and end on').click();
    expect(await page.locator('#zone').inputValue()).toBe('Asia/Tokyo');
    await page.locator('#zone').fill('Europe/Lisbon');
    await page.locator('#name').fill('');
    await page.getByRole('button', { name: 'Open the class' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.locator('#zone').inputValue()).toBe('Europe/Lisbon');
    await context.close();
  });

  it('a list that is too long for the server is not sent, and nothing is lost', async () => {
    const page = await stage.browser.newPage();
    await page.goto(`${stage.server.origin}/teach/new?bank=storm`);
    await page.getByText('Paste your list now').click();
    await page.getByLabel('with their student number').check();
    const list = 'x'.repeat(60_001);
    await page.locator('#list').fill(list);
    await page.getByRole('button', { name: 'Open the class' }).click();
    await page.getByText('The list is longer than 60 kB').waitFor();
    expect(await page.locator('#list').inputValue()).toBe(list);
    await page.locator('#list').fill('Name\tNumber\nLearner 01\t7');
    await page.getByRole('button', { name: 'Open the class' }).click();
    await page.waitForURL(/\/keys$/);
    await page.close();
  });

  it('the private link is copied, or selected where the browser does not let it', async () => {
    for (const permissions of [['clipboard-read', 'clipboard-write'], []]) {
      const context = await stage.browser.newContext({ permissions });
      const page = await context.newPage();
      await openClass(page);
      await page.goBack();
      await page.getByRole('button', { name: 'Copy link' }).click();
      const link = (await page.locator('#link').innerText()).trim();
      expect(link).toContain('/teach/open/');
      if (permissions.length > 0) {
        await page.getByRole('button', { name: 'Copied' }).waitFor();
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
      } else {
        await page.waitForFunction(() => String(getSelection()) !== '');
        expect(await page.evaluate(() => String(getSelection()).trim())).toBe(link);
      }
      await context.close();
    }
  });

  it('the projector’s count is fetched again without a reload', async () => {
    const page = await stage.browser.newPage();
    await openClass(page);
    await page.evaluate(() => document.documentElement.setAttribute('data-kept', ''));
    await page.getByText('Nobody has joined yet').waitFor();
    const code = (await page.getByText(shownCode).innerText()).replaceAll(/\s/g, '');
    await joinServed(makeClient(stage.server.origin), code, 'Learner 01');
    await page.getByText('1 has joined').waitFor();
    expect(await page.locator('html[data-kept]').count()).toBe(1);
    await page.close();
  });
});
