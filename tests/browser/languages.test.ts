import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pseudoLanguage } from '../../src/lib/messages/pseudo.ts';
import { startServer, type TestServer } from '../http/server.ts';
import { openBrowser } from './chromium.ts';

/** The project's own pages, in longer words that are written from right to left. */
let browser: Browser;
let server: TestServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([
    openBrowser(),
    startServer({ INTERFACE_LANGUAGE: pseudoLanguage }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const paths = [
  '/',
  '/?words=shares',
  '/banks/reading-five-articles',
  '/sources',
  '/sources/qwen-shock',
  '/explainers',
  '/explainers/what-happened-at-qwen',
  '/explainers/how-to-read-five-articles',
  '/how-it-works',
  '/nowhere',
];

/** Opening: what the pseudo-locale begins every text with. */
const strange = '\u202e';

/** What a reader presses or hears by its name, and is called in another language than the page's. */
function foreignNames(page: Page): Promise<string[]> {
  return page.evaluate((mark) => {
    const named = [...document.querySelectorAll('nav a, footer a, summary, .button, [aria-label]')];
    return named
      .map((each) => each.getAttribute('aria-label') ?? each.textContent.trim())
      .filter((name) => !name.includes(mark));
  }, strange);
}

/** What stands beyond either side of the page, where no table of its own scrolls. */
function beyondPage(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const parts = [
      ...document.querySelectorAll<HTMLElement>('body *:not(.scroll *, .visually-hidden)'),
    ];
    return parts
      .filter((each) => {
        const { left, right } = each.getBoundingClientRect();
        return each.checkVisibility() && (left < -1 || right > window.innerWidth + 1);
      })
      .map((each) => `${each.tagName} “${each.textContent.trim().slice(0, 40)}”`);
  });
}

it.each([320, 1280])(
  'in another language and direction no page at %i px is cut off, or calls a thing in English',
  async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 740 } });
    const faults: string[] = [];
    for (const path of paths) {
      await page.goto(`${server.origin}${path}`);
      for (const summary of await page.locator('main summary').all()) await summary.click();
      const root = page.locator('html');
      expect(await root.getAttribute('dir')).toBe('rtl');
      expect(await root.getAttribute('lang')).toBe(pseudoLanguage);
      faults.push(...(await beyondPage(page)).map((part) => `${path}: beyond the page is ${part}`));
      faults.push(...(await foreignNames(page)).map((name) => `${path} says “${name}”`));
    }
    await page.close();
    expect(faults).toEqual([]);
  },
);

it('what a script says is in the page’s language too', async () => {
  const page = await browser.newPage();
  await page.goto(`${server.origin}/explainers/how-to-read-five-articles`);
  await page.route('**/explainers/**', (route) => route.abort());
  await page.locator('aside .button').first().click();
  expect(await page.locator('[data-fault]').innerText()).toContain(strange);
  await page.close();
});
