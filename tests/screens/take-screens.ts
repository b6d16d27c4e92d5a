import { rm } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { openBrowser } from '../browser/chromium.ts';
import { openClassTour, visitStop } from '../browser/class-tour.ts';
import { check, enter, goOn, startAttempt, stormContent, stormItems } from '../browser/storm.ts';
import {
  anyAnswer,
  makeClient,
  openQuestion,
  startAttempt as startAttemptOf,
} from '../http/client.ts';
import { startServer, type TestServer } from '../http/server.ts';
import { photograph } from './looks.ts';

/** Ignored by version control. */
const folder = 'screenshots';
let taken = 0;

async function take(page: Page, name: string): Promise<void> {
  taken += 1;
  await photograph(page, folder, `${String(taken).padStart(2, '0')}-${name}`);
  console.log(name);
}

/** Every screen of a learner's way through the fixture bank: each item type, asked and revealed. */
async function walkQuiz(page: Page, origin: string): Promise<void> {
  const visit = async (path: string, name: string) => {
    await page.goto(`${origin}${path}`);
    await take(page, name);
  };
  await visit('/banks/storm', 'cover');
  await startAttempt(page, origin);
  for (const [index, item] of stormItems.entries()) {
    if (index === 0) {
      await page.getByRole('button', { name: 'Check answer' }).click();
      await page.locator('#problem').waitFor();
      await take(page, 'nothing-chosen');
    }
    await enter(page, index % 2 === 0 ? item.wrong : item.right);
    await take(page, `asked-${item.id}`);
    await check(page);
    await take(page, `revealed-${item.id}`);
    await goOn(page);
  }
  await take(page, 'results');
  await visit('/sources/wire', 'source-whole');
  await visit('/sources/daily', 'source-passages');
  await visit('/my-record', 'my-record');
  await visit('/banks/storm/worksheet', 'worksheet');
  await visit('/banks/storm/worksheet/key', 'worksheet-key');
}

/** The pages of the project's own collection. */
async function walkSite(page: Page, origin: string): Promise<void> {
  const paths = ['/', '/?words=shares', '/how-it-works', '/sources', '/explainers', '/nowhere'];
  await page.goto(`${origin}/explainers`);
  const links = await page.locator('main h2 a').all();
  const explainers = await Promise.all(links.map((link) => link.getAttribute('href')));
  for (const path of [...paths, ...explainers.map((href) => href ?? '/')]) {
    await page.goto(`${origin}${path}`);
    await take(page, path.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'catalogue');
  }
  await page.locator('[popovertarget]').first().click();
  await take(page, 'citation-open');
}

const certainties = ['guessing', '60', '75', '90', '99'];

/** A browser that has answered two banks, each answer with a certainty: enough for every chart. */
async function walkRecord(page: Page, origin: string): Promise<void> {
  const client = makeClient(origin);
  for (const bank of ['qwen-lead-steps-down', 'qwen-in-dates-and-figures']) {
    const attempt = await startAttemptOf(client, bank);
    for (let count = 0; ; count += 1) {
      const question = await openQuestion(client, attempt);
      if (question === '/') break;
      const { body } = await client.get(question);
      const certainty = certainties[count % certainties.length] ?? '60';
      await client.post(`${question}?/answer`, { ...anyAnswer(body), certainty });
    }
    const cookies = client.cookies().split('; ');
    await page.context().addCookies(
      cookies.map((pair) => {
        const [name = '', value = ''] = pair.split('=');
        return { name, value, url: origin };
      }),
    );
    await page.goto(`${origin}${attempt}`);
    await take(page, `results-${bank}`);
  }
  for (const [path, name] of [
    ['/my-record', 'my-record-full'],
    ['/banks/qwen-lead-steps-down/worksheet', 'worksheet-full'],
    ['/banks/qwen-lead-steps-down/worksheet/key', 'worksheet-key-full'],
  ] as const) {
    await page.goto(`${origin}${path}`);
    await take(page, name);
  }
}

/** Every page of classes, in each of its states. */
async function walkClasses(page: Page, server: TestServer): Promise<void> {
  const tour = await openClassTour(server);
  for (const stop of [...tour.teachers, ...tour.learners]) {
    const opened = await visitStop(page.context(), server.origin, stop);
    await take(opened, stop.name);
    await opened.close();
  }
  await tour.close();
}

await rm(folder, { recursive: true, force: true });
const [browser, storm, site] = await Promise.all([
  openBrowser(),
  startServer({ CONTENT_DIR: stormContent, SOURCES_DIR: 'tests/fixtures/storm-texts' }),
  startServer(),
]);
const page = await (await browser.newContext()).newPage();
await walkQuiz(page, storm.origin);
await walkSite(page, site.origin);
await walkRecord(page, site.origin);
await walkClasses(page, storm);
await browser.close();
await Promise.all([storm.stop(), site.stop()]);
console.log(`${taken} screens, each in 5 looks at 3 widths, in ${folder}/`);
