import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, scrollsSideways } from '../axe-faults.ts';
import { useStage } from '../stage.ts';
import { check, enter, stormItems } from '../storm.ts';
import { openPackageSite, type PackageSite } from './package-site.ts';

const stage = useStage();
let site: PackageSite;
let context: BrowserContext;

beforeAll(async () => {
  site = await openPackageSite();
  const fetchZip = async (query: string) => {
    const reply = await fetch(`${stage.server.origin}/packages/storm/web?${query}`);
    return new Uint8Array(await reply.arrayBuffer());
  };
  site.unpack('plain', await fetchZip('pass=70'));
  site.unpack('painted', await fetchZip('theme=dark&accent=ffd166&items=schools,publisher'));
  site.put(
    '/sandbox.html',
    `<!doctype html><html lang="en"><title>A course</title><h1>A course</h1>
<iframe title="Quiz" sandbox="allow-scripts" src="/plain/index.html" width="400" height="600"></iframe></html>`,
  );
});

afterAll(() => site.close());
afterEach(() => context.close());

async function open(path: string, width = 320): Promise<Page> {
  context = await stage.browser.newContext({ viewport: { width, height: 700 } });
  const page = await context.newPage();
  await page.goto(`${site.origin}${path}`);
  await page.locator('h1').waitFor();
  return page;
}

const next = { name: /^(Next question|See your results)$/ };

describe('the player of a package', () => {
  it('is accessible at every step and never scrolls sideways at 320 px', async () => {
    const page = await open('/plain/index.html');
    const faults: string[] = [];
    const look = async (where: string) => {
      faults.push(...(await faultsOf(page, where)));
      if (await scrollsSideways(page)) faults.push(`${where}: scrolls sideways`);
    };
    for (const { id, wrong } of stormItems) {
      await look(`${id}, asked`);
      await enter(page, wrong);
      await check(page);
      await look(`${id}, answered`);
      await page.getByRole('button', next).click();
    }
    await look('results');
    expect(faults).toEqual([]);
  });

  it('can be played by the keyboard, and leads to the verdict and to the next question', async () => {
    const page = await open('/plain/index.html', 1000);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.locator('#verdict').waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.id);
    expect(await focused()).toBe('verdict');
    await page.getByRole('button', next).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Question 2 of 11').waitFor();
    expect(await focused()).toBe('main');
    await page.getByRole('button', { name: 'Check answer' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('#problem').waitFor();
    expect(await focused()).toBe('problem');
  });

  it('goes on where its window was left, and asks nobody for anything', async () => {
    const page = await open('/plain/index.html');
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(site.origin)) elsewhere.push(request.url());
    });
    await enter(page, stormItems[0]?.right ?? []);
    await check(page);
    await page.reload();
    await page.getByText('Question 2 of 11').waitFor();
    expect(elsewhere).toEqual([]);
    expect(await context.cookies()).toEqual([]);
  });

  it('plays without storage and where a sandbox blocks forms', async () => {
    const page = await open('/sandbox.html', 700);
    const quiz = page.frameLocator('iframe');
    for (const { right } of stormItems.slice(0, 3)) {
      await enter(quiz, right);
      await check(quiz);
      await quiz.getByRole('button', next).click();
    }
    await quiz.getByText('Question 4 of 11').waitFor();
  });

  it('holds an order that nobody touched back, as the site does', async () => {
    const page = await open('/plain/index.html');
    for (const { right } of stormItems.slice(0, 7)) {
      await enter(page, right);
      await check(page);
      await page.getByRole('button', next).click();
    }
    await page.getByRole('button', { name: 'Check answer' }).click();
    await page.locator('[data-fault]').waitFor();
    await page.getByRole('button', { name: 'Check answer' }).click();
    await page.locator('#verdict').waitFor();
  });

  it('is painted as its author chose, and asks what its author chose', async () => {
    const page = await open('/painted/index.html');
    const coloursOf = (selector: string) =>
      page.locator(selector).evaluate((each) => getComputedStyle(each).backgroundColor);
    expect(await coloursOf('html')).toBe('rgb(21, 22, 26)');
    expect(await coloursOf('.button')).toBe('rgb(255, 209, 102)');
    await page.getByText('Question 1 of 2').waitFor();
    expect(await page.locator('h1').innerText()).toContain('schools are open');
    expect(await faultsOf(page, 'painted')).toEqual([]);
  });

  it('opens publishers’ pages beside the course, and says which edition it is', async () => {
    const page = await open('/plain/index.html');
    await enter(page, stormItems[0]?.wrong ?? []);
    await check(page);
    const link = page.getByRole('link', { name: 'Storm leaves the valley dark' });
    await context.route(/example/, (route) => route.fulfill({ body: 'elsewhere' }));
    const [opened] = await Promise.all([context.waitForEvent('page'), link.click()]);
    expect(opened.url()).not.toContain(site.origin);
    expect(page.url()).toContain(site.origin);
    expect(await page.locator('footer').last().innerText()).toMatch(/Edition [0-9a-f]{8}/);
  });
});
