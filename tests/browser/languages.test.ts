import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pseudoLanguage } from '../../src/lib/messages/pseudo.ts';
import { startServer, type TestServer } from '../http/server.ts';
import { openBrowser } from './chromium.ts';
import { stormContent } from './storm.ts';

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

/**
 * What a reader presses or hears by its name, and is called in another language than the page's; a
 * source's title, at the foot of its passages, is in its own.
 */
function foreignNames(page: Page): Promise<string[]> {
  return page.evaluate((mark) => {
    const named = [
      ...document.querySelectorAll('nav a, footer:not(figure *) a, summary, .button, [aria-label]'),
    ];
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

it.each([320, 1280])(
  'a quiz is taken to its results and record in another language at %i px',
  async (width) => {
    const storm = await startServer({
      INTERFACE_LANGUAGE: pseudoLanguage,
      CONTENT_DIR: stormContent,
    });
    const page = await browser.newPage({ viewport: { width, height: 740 } });
    const faults: string[] = [];
    const look = async (where: string) => {
      faults.push(
        ...(await beyondPage(page)).map((part) => `${where}: beyond the page is ${part}`),
      );
      faults.push(...(await foreignNames(page)).map((name) => `${where} says “${name}”`));
    };
    await page.goto(`${storm.origin}/banks/storm`);
    await page.locator('.begin button').click();
    while (/\/items\//.test(page.url())) {
      const name = page.url().split('/').at(-1) ?? '';
      await look(`asked ${name}`);
      await answerAnyhow(page);
      await page.locator('form[data-enhance] > .act .button').click();
      await page.locator('#verdict').waitFor();
      await look(`revealed ${name}`);
      await page.locator('.reveal .act .button, .answer .act .button').first().click();
      await page.locator('h1').waitFor();
    }
    await look('results');
    await page.goto(`${storm.origin}/my-record`);
    await look('record');
    await page.close();
    await storm.stop();
    expect(faults).toEqual([]);
  },
);

/** Fills a question in whatever way its inputs allow. */
async function answerAnyhow(page: Page): Promise<void> {
  const form = page.locator('form[data-enhance]').first();
  const text = form.locator('input[type=text], input:not([type])');
  if ((await text.count()) > 0) await text.first().fill('7');
  for (const name of ['choice', 'verdict', 'pick', 'certainty']) {
    const inputs = form.locator(`input[name=${name}]`);
    if ((await inputs.count()) > 0) await inputs.first().check();
  }
  const selects = await form.locator('select:visible').all();
  for (const [index, select] of selects.entries()) await select.selectOption(String(index + 1));
  // The first button would move the first entry up, which moves nothing.
  const moves = form.locator('.move');
  if ((await moves.count()) > 0) await moves.nth(1).click();
}
