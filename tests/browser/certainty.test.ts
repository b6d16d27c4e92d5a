import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../http/server.ts';
import { openBrowser } from './chromium.ts';
import { check, enter, goOn, startAttempt, stormContent, stormItems } from './storm.ts';

let browser: Browser;
let server: TestServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([
    openBrowser(),
    startServer({ CONTENT_DIR: stormContent }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const [repairs, states] = stormItems;

async function begin(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await startAttempt(page, server.origin);
  return page;
}

async function finish(page: Page): Promise<void> {
  while (await page.getByRole('button', { name: 'Check answer' }).isVisible()) {
    const id = page.url().split('/').at(-1);
    const item = stormItems.find((each) => each.id === id?.split(/[?#]/)[0]);
    if (!item) throw new Error(`No such item: ${id}`);
    await enter(page, item.right);
    await check(page);
    await goOn(page);
  }
}

describe('a certainty', () => {
  it('is given by keyboard, and spoken to in the reveal', async () => {
    const page = await begin();
    await enter(page, repairs?.wrong ?? '');
    await page.getByLabel('Guessing').focus();
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowRight');
    expect(await page.getByLabel('90%').isChecked()).toBe(true);
    await page.keyboard.press('Enter');
    await page.locator('#verdict').waitFor();
    const reveal = await page.locator('.reveal').innerText();
    expect(reveal).toContain('You were 90% sure. The words that decide it: “until Tuesday”');
    await page.context().close();
  });

  it('is given by touch, and has no preset', async () => {
    const page = await begin({
      hasTouch: true,
      isMobile: true,
      viewport: { width: 360, height: 740 },
    });
    expect(await page.locator('.certainty input:checked').count()).toBe(0);
    for (const label of await page.locator('.certainty .chips label').all()) {
      expect((await label.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
    await page.getByText('Until Tuesday').tap();
    await page.getByLabel('Guessing').tap();
    await page.getByRole('button', { name: 'Check answer' }).tap();
    await page.locator('#verdict').waitFor();
    expect(await page.locator('.reveal').innerText()).toContain(
      'You said you were guessing: read the sentence once.',
    );
    await page.context().close();
  });

  it.each([true, false])('is skipped for good, with script: %s', async (javaScriptEnabled) => {
    const page = await begin({ javaScriptEnabled });
    await enter(page, repairs?.right ?? '');
    await page.getByLabel('Don’t ask again').check();
    await check(page);
    await goOn(page);
    expect(await page.locator('.certainty').count()).toBe(0);
    await page.goto(`${server.origin}/my-record`);
    const loaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Ask me' }).click();
    await loaded;
    await page.goBack();
    await page.goto(`${server.origin}/banks/storm`);
    await page.getByRole('link', { name: /^Continue/ }).click();
    expect(await page.locator('.certainty').count()).toBe(1);
    await page.context().close();
  });

  it('stays where a form is sent back', async () => {
    const page = await begin();
    await page.getByLabel('75%').check();
    await page.getByRole('button', { name: 'Check answer' }).click();
    await page.locator('#problem').waitFor();
    expect(await page.getByLabel('75%').isChecked()).toBe(true);
    await page.context().close();
  });
});

describe('the results', () => {
  it('lead with a confident miss and its passage, and the record asks it again first', async () => {
    const page = await begin();
    await enter(page, repairs?.wrong ?? '');
    await page.getByLabel('60%').check();
    await check(page);
    await goOn(page);
    await enter(page, states?.wrong ?? '');
    await page.getByLabel('99%').check();
    await check(page);
    await goOn(page);
    await finish(page);
    const [first] = await page.locator('main h2').allInnerTexts();
    expect(first).toBe('Sure, and not right');
    const section = page.locator('section[aria-labelledby=sure]');
    expect(await section.innerText()).toContain('You were 99% sure');
    expect(await section.locator('blockquote').count()).toBeGreaterThan(0);
    await page.goto(`${server.origin}/my-record`);
    await page.getByRole('button', { name: /^Answer them again/ }).click();
    expect(page.url()).toContain('/items/wire-states');
    await enter(page, states?.right ?? '');
    await check(page);
    await page.getByRole('button', { name: 'Next question to come back to' }).click();
    await page.waitForURL(/\/items\/repairs/);
    await page.context().close();
  });
});

describe('certainty-based marking', () => {
  it('shows its rule before, and its marks after', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${server.origin}/banks/storm`);
    await page.getByText('Mark it by certainty').click();
    await page.getByRole('button', { name: 'Start with certainty marks' }).click();
    expect(await page.locator('.certainty').innerText()).toContain('wrong −6');
    await enter(page, repairs?.wrong ?? '');
    await page.getByLabel('90%').check();
    await check(page);
    expect(await page.locator('main').innerText()).toContain('-6 certainty marks');
    await page.context().close();
  });
});

describe('an item that is corrected after it was answered', () => {
  it('is shown to a past taker with what changed, the answer as it was given', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'verbatim-corrected-'));
    const dataDir = await mkdtemp(join(tmpdir(), 'verbatim-data-'));
    await cp(stormContent, folder, { recursive: true });
    const context = await browser.newContext();
    const page = await context.newPage();
    const before = await startServer({ CONTENT_DIR: folder, DATA_DIR: dataDir });
    await startAttempt(page, before.origin);
    await enter(page, ['Until Friday']);
    await check(page);
    const address = new URL(page.url());
    await before.stop();

    const bankPath = join(folder, 'banks/storm.md');
    const bank = await readFile(bankPath, 'utf8');
    const day = new Date().toISOString().slice(0, 10);
    await writeFile(
      bankPath,
      bank
        .replace('- ( ) Until Friday', '- ( ) Until the week’s end')
        .replace(
          'id: repairs\n',
          `id: repairs\ncorrected: ${day} Friday is now named as it was.\n`,
        ),
    );
    await relock(folder);
    const after = await startServer({ CONTENT_DIR: folder, DATA_DIR: dataDir });
    await page.goto(`${after.origin}${address.pathname}`);
    const text = await page.locator('main').innerText();
    expect(text).toContain('You answered version 1 of this question; it is now version 2.');
    expect(text).toContain('Friday is now named as it was.');
    expect(text).toContain('Your answer was “Until Friday”.');
    await context.close();
    await after.stop();
    await rm(folder, { recursive: true });
    await rm(dataDir, { recursive: true });
  });
});

/** Locks the folder's banks against the fixture's texts. */
async function relock(folder: string): Promise<void> {
  const { execFileSync } = await import('node:child_process');
  const env = {
    ...process.env,
    CONTENT_DIR: folder,
    SOURCES_DIR: 'tests/fixtures/storm-texts',
  };
  execFileSync(process.execPath, ['src/cli/bank.ts', 'lock'], { env, stdio: 'ignore' });
}
