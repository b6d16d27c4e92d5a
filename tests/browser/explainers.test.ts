import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../http/server.ts';
import { openBrowser } from './chromium.ts';

/** The project's own explainers: they are compiled into the build. */
let browser: Browser;
let server: TestServer;
let paths: string[];

beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), startServer()]);
  const page = await browser.newPage();
  await page.goto(`${server.origin}/explainers`);
  const links = await page.locator('main h2 a').all();
  paths = await Promise.all(links.map(async (link) => (await link.getAttribute('href')) ?? ''));
  await page.close();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function open(path: string, width: number, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 740 },
    javaScriptEnabled,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(`${server.origin}${path}`);
  return page;
}

it('there are two of them, of each the prose that it was built from', () => {
  expect(paths).toHaveLength(2);
});

describe.each([true, false])('with JavaScript %s, an explainer', (javaScriptEnabled) => {
  it('opens each citation in place, and leads to the passage with its source', async () => {
    for (const path of paths) {
      const page = await open(path, 360, javaScriptEnabled);
      const citations = await page.locator('[popovertarget]').all();
      expect(citations.length).toBeGreaterThan(3);
      for (const citation of citations.slice(0, 4)) {
        const id = await citation.getAttribute('popovertarget');
        const opened = page.locator(`#${id}`);
        expect(await opened.isVisible()).toBe(false);
        await citation.click();
        expect(await opened.isVisible()).toBe(true);
        const words = await opened.locator('q').innerText();
        const link = (await opened.locator('a').getAttribute('href')) ?? '';
        expect(await page.locator(`${link} blockquote`).innerText()).toBe(words);
        await page.keyboard.press('Escape');
        expect(await opened.isVisible()).toBe(false);
      }
      await page.context().close();
    }
  });

  it('has its questions answered in place, and keeps the answer', async () => {
    const page = await open(paths[0] ?? '', 360, javaScriptEnabled);
    const asked = page.locator('aside', { has: page.locator('form') }).first();
    const id = (await asked.getAttribute('id')) ?? '';
    const question = page.locator(`#${id}`);
    await question.getByRole('button', { name: 'Check answer' }).click();
    await question.locator('.notice').waitFor();
    expect(await question.locator('.notice').innerText()).toMatch(/first\./);
    await question.locator('input[type=radio]').first().check();
    await question.getByRole('button', { name: 'Check answer' }).click();
    await question.locator('.reveal').waitFor();
    expect(await question.locator('.reveal h2').innerText()).toMatch(/^(Right|Not right): /);
    expect(await question.locator('.reveal blockquote').count()).toBeGreaterThan(0);
    await page.reload();
    expect(await page.locator(`#${id} .reveal`).count()).toBe(1);
    await page.context().close();
  });

  it('scrolls sideways at 320 px in its tables alone', async () => {
    for (const path of paths) {
      const page = await open(path, 320, javaScriptEnabled);
      const sizes = await page.locator('html').evaluate((root) => [root.scrollWidth, 320]);
      expect(sizes[0]).toBe(sizes[1]);
      await page.context().close();
    }
  });
});

describe.each([
  ['light', 360],
  ['light', 1280],
  ['dark', 360],
  ['dark', 1280],
] as const)('in %s at %i px', (colorScheme, width) => {
  it('explainers and sources meet WCAG 2.2 A and AA as far as axe can see', async () => {
    const faults: string[] = [];
    for (const path of [...paths, '/', '/sources/qwen-shock', '/?words=shares&level=judge']) {
      const page = await open(path, width, true);
      await page.emulateMedia({ colorScheme });
      const details = await page.locator('details > summary').all();
      for (const summary of details) await summary.click();
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      faults.push(
        ...violations.flatMap(({ id, nodes }) =>
          nodes.map((node) => `${path}: ${id} at ${node.target.join(' ')}`),
        ),
      );
      await page.context().close();
    }
    expect(faults).toEqual([]);
  });
});
