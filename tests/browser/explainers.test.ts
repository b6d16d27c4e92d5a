import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../http/server.ts';
import { openBrowser } from './chromium.ts';
import { movedBetween, placesOf } from './places.ts';

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

function hasFocus(element: Locator): Promise<boolean> {
  return element.evaluate((each) => each === document.activeElement);
}

/** True where nothing lies over the middle of an element. */
function isOnTop(element: Locator): Promise<boolean> {
  return element.evaluate((each) => {
    const { x, y, width, height } = each.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2) === each;
  });
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
        expect(await isOnTop(citation)).toBe(true);
        const number = await citation.innerText();
        const words = await opened.locator('q').innerText();
        expect(await page.locator(`#passage-${number} blockquote`).innerText()).toBe(words);
        await page.keyboard.press('Escape');
        expect(await opened.isVisible()).toBe(false);
      }
      await page.context().close();
    }
  });

  it('leads from a citation to its sentence in the source, and back to the same place', async () => {
    const page = await open(paths[0] ?? '', 360, javaScriptEnabled);
    const citation = page.locator('[popovertarget]').nth(2);
    await citation.click();
    const opened = page.locator(`#${await citation.getAttribute('popovertarget')}`);
    const words = await opened.locator('q').innerText();
    const place = await page.evaluate(() => window.scrollY);
    await opened.getByRole('link', { name: 'Open in context' }).click();
    await page.waitForURL(/\/sources\//);
    const sentence = page.locator(':target');
    expect(words).toContain(await sentence.innerText());
    expect((await sentence.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    expect((await sentence.boundingBox())?.y).toBeLessThan(740);
    await page.goBack();
    await page.waitForURL(/\/explainers\//);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(place);
    await page.context().close();
  });

  it('has its questions answered in place, and keeps the answer', async () => {
    const page = await open(paths[0] ?? '', 360, javaScriptEnabled);
    const asked = page.locator('aside', { has: page.locator('form') }).first();
    const id = (await asked.getAttribute('id')) ?? '';
    const question = page.locator(`#${id}`);
    await question.getByRole('button', { name: 'Check answer' }).click();
    await question.locator('.notice').waitFor();
    expect(await question.locator('.notice').innerText()).toMatch(/first\./);
    expect(await hasFocus(question.locator('.notice'))).toBe(true);
    await question.locator('input[type=radio]').first().check();
    await question.getByRole('button', { name: 'Check answer' }).click();
    await question.locator('.reveal').waitFor();
    expect(await question.locator('.reveal h4').innerText()).toMatch(/^(Right|Not right): /);
    expect(await hasFocus(question.locator('.reveal h4'))).toBe(true);
    expect(await question.locator('.reveal blockquote').count()).toBeGreaterThan(0);
    await page.reload();
    expect(await page.locator(`#${id} .reveal`).count()).toBe(1);
    await page.context().close();
  });

  it('shows at 360 px each row of its matrix without scrolling, with every source by name', async () => {
    const page = await open('/explainers/how-to-read-five-articles', 360, javaScriptEnabled);
    const sources = await page.locator('thead th').allInnerTexts();
    const rows = await page.getByRole('row').all();
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows.slice(1)) {
      const names = await row.locator('.source').allInnerTexts();
      expect(names).toEqual(sources.slice(1));
      expect((await row.boundingBox())?.width).toBeLessThanOrEqual(360);
    }
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

it('leaves what was opened and chosen elsewhere when a question is answered in place', async () => {
  const page = await open('/explainers/what-happened-at-qwen', 360, true);
  await page.locator('summary').click();
  const [first, second] = await page.locator('aside').all();
  if (!first || !second) throw new Error('The explainer asks two questions');
  await second.locator('input').first().check();
  await first.locator('input').first().check();
  await first.getByRole('button', { name: 'Check answer' }).click();
  await first.locator('.reveal').waitFor();
  expect(await second.locator('input').first().isChecked()).toBe(true);
  expect(await page.locator('details').getAttribute('open')).not.toBeNull();
  await page.context().close();
});

it.each([360, 1280])(
  'moves nothing above a verdict that is given in place, at %i px',
  async (width) => {
    const page = await open('/explainers/what-happened-at-qwen', width, true);
    const asked = page.locator('aside', { has: page.locator('form') });
    for (let left = await asked.count(); left > 0; left -= 1) {
      await asked.first().locator('input').first().check();
      const send = asked.first().getByRole('button', { name: 'Check answer' });
      const end = await send.evaluate((each) => each.getBoundingClientRect().top + scrollY);
      const before = (await placesOf(page)).filter(({ edges: [top = end] }) => top < end);
      await send.click();
      await expect.poll(() => asked.count()).toBe(left - 1);
      expect(movedBetween(before, await placesOf(page))).toEqual([]);
    }
    await page.context().close();
  },
);

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
