import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { learnerCookie, serveClass, type ServedClass } from '../classes/served-class.ts';
import type { SeatedLearner } from '../classes/live-room.ts';
import { useStage } from './stage.ts';
import { enter } from './storm.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const stage = useStage();
let led: ServedClass;
let learners: SeatedLearner[];
const served: ServedClass[] = [];

beforeEach(async () => {
  led = await serveClass(stage.server, { feedback: 'after-close' });
  served.push(led);
  learners = [];
  for (const number of ['01', '02', '03']) learners.push(await led.seat(`Zqlearner ${number}`));
});
afterAll(() => Promise.all(served.map((each) => each.close())));

/** A page of a browser with this cookie; its context is closed with it. */
async function open(path: string, cookie: string, options: BrowserContextOptions = {}) {
  const context = await stage.browser.newContext(options);
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: stage.server.origin }]);
  const page = await context.newPage();
  await page.goto(`${stage.server.origin}${path}`);
  return page;
}

const livePath = () => `/teach/assignments/${led.assignment.id}/live`;
const showPath = (item = 'repairs') => `/teach/assignments/${led.assignment.id}/show/${item}`;
const answeredAt = (page: Page) => page.locator('#item-repairs td').first();
const textOf = async (page: Page) => (await answeredAt(page).innerText()).trim();

function learner(number: number): SeatedLearner {
  const found = learners[number];
  if (!found) throw new Error('There are three learners');
  return found;
}

describe('the live page', () => {
  it('changes without a reload when a learner answers, and keeps the focus', async () => {
    const page = await open(livePath(), led.cookie);
    await page.evaluate(() => Object.assign(window, { isSame: true }));
    const hide = page.getByRole('link', { name: 'Hide names' });
    await hide.focus();
    const first = learner(0);
    const attemptId = await startAs(first);
    const other = await open(`/attempts/${attemptId}/items/repairs`, learnerCookie(first));
    await enter(other, ['Until Tuesday']);
    await other.getByRole('button', { name: 'Check answer' }).click();
    await expect.poll(() => textOf(page), { timeout: 20_000 }).toBe('1');
    const row = page.locator(`#row-${first.id}`);
    expect(await row.innerText()).toContain('Question 2 of 11');
    expect(await page.evaluate(() => 'isSame' in window)).toBe(true);
    expect(await hide.evaluate((link) => link === document.activeElement)).toBe(true);
    await page.context().close();
    await other.context().close();
  });

  it('is asked for every few seconds where there is no EventSource', async () => {
    const context = await stage.browser.newContext();
    const [name = '', value = ''] = led.cookie.split('=');
    await context.addCookies([{ name, value, url: stage.server.origin }]);
    await context.addInitScript(() => Reflect.deleteProperty(window, 'EventSource'));
    const page = await context.newPage();
    await page.goto(`${stage.server.origin}${livePath()}`);
    await led.answer(learner(0), 'Until Tuesday');
    await expect.poll(() => textOf(page), { timeout: 20_000 }).toBe('1');
    await context.close();
  });

  it('shows without script how things stand, and asks to be loaded again', async () => {
    await led.answer(learner(0), 'Until Tuesday');
    const page = await open(livePath(), led.cookie, { javaScriptEnabled: false });
    expect(await textOf(page)).toBe('1');
    expect(await page.locator('meta[http-equiv="refresh"]').getAttribute('content')).toBe('15');
    await page.getByRole('link', { name: 'Hide names' }).click();
    expect(await page.locator('main').innerText()).not.toContain('Zqlearner');
    expect(await page.content()).not.toContain('Zqlearner');
    await page.context().close();
  });

  it('keeps nobody out of reach: each learner has a link to be renamed or removed by', async () => {
    const page = await open(livePath(), led.cookie);
    const links = page.getByRole('link', { name: /^Rename, remove or reopen Zqlearner/ });
    expect(await links.count()).toBe(3);
    expect(await links.first().getAttribute('href')).toBe(
      `/teach/classes/${led.classroom.id}/learners?learner=${learners[0]?.id}#change`,
    );
    await page.context().close();
  });
});

describe.each([true, false])('one question shown to all, with script: %s', (javaScriptEnabled) => {
  it('goes from counts to a vote to the passage, and on, and names nobody', async () => {
    await led.answer(learner(0), 'Until Sunday');
    await led.answer(learner(1), 'Until Tuesday');
    const page = await open(showPath(), led.cookie, { javaScriptEnabled });
    const seen: string[] = [];
    const look = async () => {
      seen.push(await page.content());
      return page.locator('main').innerText();
    };
    const press = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).click();
    };
    const counts = await look();
    expect(counts).toContain('2 of 3 answered');
    expect(counts).toContain('The passage tells it now');
    expect(counts).not.toMatch(/\bright\b\n|Checked word for word/);
    await press('Vote again');
    await page.getByText('Vote again on your device').waitFor();
    expect(await look()).toContain('0 of 3 voted');
    await press('Show the passage');
    await page.getByText('Checked word for word').waitFor();
    expect(await page.locator('mark').innerText()).toBe('until Tuesday');
    expect(await page.locator('h2').innerText()).toContain('The answer is “Until Tuesday”');
    await look();
    await press('Next question');
    await page.waitForURL(/\/show\/wire-states$/);
    await look();
    await press('Stop showing');
    await page.waitForURL(/\/live$/);
    for (const content of seen) expect(content).not.toMatch(/Zqlearner|lrn_/);
    await page.context().close();
  });
});

it('a learner’s class page follows what the class is asked, without a reload', async () => {
  const page = await open(`/classes/${led.classroom.id}`, learnerCookie(learner(0)));
  await page.evaluate(() => Object.assign(window, { isSame: true }));
  const [itemId] = led.assignment.itemIds;
  const shown = itemId ? ({ itemId, stage: 'voting', round: 1 } as const) : null;
  await led.context.store.classes.updateAssignment(led.assignment.id, { shown });
  await page.getByRole('link', { name: 'Your class is asked a question' }).waitFor();
  expect(await page.evaluate(() => 'isSame' in window)).toBe(true);
  await page.context().close();
});

it('the projector follows a vote as it comes in', async () => {
  const page = await open(showPath(), led.cookie);
  await led.answer(learner(0), 'Until Sunday');
  await expect
    .poll(() => page.locator('main').innerText(), { timeout: 20_000 })
    .toContain('1 of 3 answered');
  await page.context().close();
});

describe.each([
  { colorScheme: 'light', width: 360 },
  { colorScheme: 'dark', width: 360 },
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
] as const)('in $colorScheme at $width px', ({ colorScheme, width }) => {
  it('every page meets WCAG 2.2 A and AA as far as axe can see, and fits its width', async () => {
    await led.answer(learner(0), 'Until Sunday', '90');
    await led.answer(learner(1), 'Until Tuesday');
    const faults: string[] = [];
    const page = await open(livePath(), led.cookie, {
      colorScheme,
      viewport: { width, height: 720 },
      reducedMotion: 'reduce',
    });
    const look = async (where: string) => {
      const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
      for (const { id, nodes } of violations)
        for (const node of nodes) faults.push(`${where}: ${id} at ${node.target.join(' ')}`);
      if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth))
        faults.push(`${where}: scrolls sideways`);
    };
    await look('live');
    await page.goto(`${stage.server.origin}${showPath()}`);
    await look('counts');
    await page.getByRole('button', { name: 'Vote again' }).click();
    await page.getByText('Vote again on your device').waitFor();
    await look('voting');
    await page.getByRole('button', { name: 'Show the passage' }).click();
    await page.getByText('Checked word for word').waitFor();
    await look('passage');
    await page.context().close();
    expect(faults).toEqual([]);
  });
});

async function startAs({ owner }: SeatedLearner): Promise<string> {
  const started = await led.app.seats.startAssignment(led.assignment.id, owner, null);
  if (started.kind !== 'started') throw new Error('The assignment is open');
  return started.attemptId;
}
