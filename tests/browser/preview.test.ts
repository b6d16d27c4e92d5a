import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeClient } from '../http/client.ts';
import { startServer, type TestServer } from '../http/server.ts';
import { openBrowser } from './chromium.ts';

let folder: string;
let sound: string;
let browser: Browser;
let server: TestServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-written-'));
  await cp('tests/fixtures/storm', folder, { recursive: true });
  sound = await readFile(join(folder, 'banks/storm.md'), 'utf8');
  [browser, server] = await Promise.all([
    openBrowser(),
    startServer({
      VERBATIM_PREVIEW: '1',
      CONTENT_DIR: folder,
      SOURCES_DIR: 'tests/fixtures/storm-texts',
    }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => save(sound));

function save(text: string): Promise<void> {
  return writeFile(join(folder, 'banks/storm.md'), text);
}

async function open(path: string, width = 1280): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${server.origin}${path}`);
  return page;
}

describe('the preview', () => {
  it('follows a save without a reload, and keeps what was open', async () => {
    const page = await open('/preview/storm');
    await page.getByText('Show the answer').nth(1).click();
    await save(sound.replace('## Which of these does', '## Which two of these does'));
    await page.getByRole('heading', { name: 'Which two of these does' }).waitFor();
    expect(await page.locator('details[open]').count()).toBe(1);
    await page.context().close();
  });

  it('shows a fault at its item, with place and mend, and goes on showing the item', async () => {
    const page = await open('/preview/storm');
    await save(sound.replace('could take ==until Tuesday==', 'could last ==until Tuesday=='));
    const item = page.locator('ol > li').first();
    await item.locator('.error').waitFor();
    const words = await item.locator('.error').innerText();
    expect(words).toMatch(/Error E101 quote-not-found · banks\/storm\.md:\d+:\d+/);
    expect(words).toContain('Copy the sentence from the article');
    expect(await item.locator('input[type=radio]').count()).toBe(3);
    await item.getByText('Show the answer').click();
    expect(await item.getByText('Not found in the article').count()).toBe(1);
    expect(await item.getByText('Checked word for word').count()).toBe(0);
    await page.locator('ol > li').nth(1).getByText('Show the answer').click();
    expect(
      await page.locator('ol > li').nth(1).getByText('Checked word for word').count(),
    ).toBeGreaterThan(0);
    const place = item.locator('.where');
    expect((await place.boundingBox())?.height).toBeLessThan(40);
    await page.goto(`${server.origin}/preview`);
    expect(await page.locator('.listing').innerText()).toContain('1 error, ');
    await page.context().close();
  });

  it('shows an item that can’t be asked by its stem and its faults', async () => {
    const page = await open('/preview/storm');
    await save(sound.replace('- (x) Until Tuesday', '- ( ) Until Tuesday'));
    const item = page.locator('ol > li').first();
    await item.getByText('It can’t be asked until').waitFor();
    expect(await item.locator('.error').first().innerText()).toContain('E110');
    await page.context().close();
  });

  it('hides the key until it is asked for', async () => {
    const page = await open('/preview/storm');
    expect(await page.getByText('Right answer:').first().isVisible()).toBe(false);
    await page.getByText('Show the answer').first().click();
    expect(await page.locator('.key').first().innerText()).toContain('Until Tuesday');
    await page.context().close();
  });

  it.each([
    ['light', 360],
    ['light', 1280],
    ['dark', 360],
    ['dark', 1280],
  ] as const)('meets WCAG 2.2 A and AA in %s at %i px', async (colorScheme, width) => {
    await save(`${sound}\n## An item without anything\nid: bare\n`);
    const page = await open('/preview/storm', width);
    await page.emulateMedia({ colorScheme });
    await page.getByText('It can’t be asked until').waitFor();
    for (const summary of await page.locator('summary').all()) await summary.click();
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
    expect(violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(' ')}`)).toEqual([]);
    const needed = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(needed).toBeLessThanOrEqual(width);
    await page.context().close();
  });
});

describe('a server that is no preview', () => {
  it('has none of its pages', async () => {
    const plain = await startServer({ CONTENT_DIR: 'tests/fixtures/storm' });
    const client = makeClient(plain.origin);
    const paths = [
      '/preview',
      '/preview/storm',
      '/preview/changes',
      '/preview/storm/__data.json?x-sveltekit-invalidated=111',
    ];
    const replies = await Promise.all(paths.map((path) => client.get(path)));
    // A data request carries its error in its body.
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404, 200]);
    expect(replies[3]?.body).toContain('"status":404');
    expect(replies.some(({ body }) => /zq[a-z]+zq|until Tuesday/i.test(body))).toBe(false);
    await plain.stop();
  });
});
