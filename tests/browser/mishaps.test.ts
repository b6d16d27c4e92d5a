import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useStage } from './stage.ts';
import { check, enter, startAttempt } from './storm.ts';

const stage = useStage();
let context: BrowserContext;
let page: Page;

beforeEach(async () => {
  context = await stage.browser.newContext({ viewport: { width: 360, height: 740 } });
  page = await context.newPage();
});
afterEach(() => context.close());

describe('two tabs on one question', () => {
  it('end in one outcome, and the later one is shown the first answer', async () => {
    await startAttempt(page, stage.server.origin);
    const other = await context.newPage();
    await other.goto(page.url());
    await enter(page, ['Until Tuesday']);
    await enter(other, ['Until Friday']);
    await Promise.all([
      page.getByRole('button', { name: 'Check answer' }).click(),
      other.getByRole('button', { name: 'Check answer' }).click(),
    ]);
    await Promise.all([page.locator('#verdict').waitFor(), other.locator('#verdict').waitFor()]);
    const verdicts = await Promise.all(
      [page, other].map((tab) => tab.locator('#verdict').innerText()),
    );
    expect(verdicts[0]).toBe(verdicts[1]);
    const notes = await Promise.all([page, other].map((tab) => tab.locator('#note').count()));
    expect(notes.toSorted()).toEqual([0, 1]);
  });
});

describe('a learner whose connection fails', () => {
  it('keeps the answer on the page, is told, and can send it again', async () => {
    await startAttempt(page, stage.server.origin);
    await enter(page, ['Until Tuesday']);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Check answer' }).click();
    await page.getByText('Not sent: the server could not be reached').waitFor();
    expect(await page.getByLabel('Until Tuesday').isChecked()).toBe(true);
    await context.setOffline(false);
    await check(page);
    expect(await page.locator('#verdict').innerText()).toMatch(/^Right: /);
  });
});

describe('an answer begun before the script arrives', () => {
  it('is still there when it has arrived', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/enhance-*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${stage.server.origin}/banks/storm`, { waitUntil: 'commit' });
    await page.getByRole('button', { name: 'Start', exact: true }).click({ noWaitAfter: true });
    await page.getByLabel('Until Tuesday').check();
    release();
    await page.waitForLoadState('load');
    expect(await page.getByLabel('Until Tuesday').isChecked()).toBe(true);
    await check(page);
    expect(await page.locator('#verdict').innerText()).toMatch(/^Right: /);
  });
});
