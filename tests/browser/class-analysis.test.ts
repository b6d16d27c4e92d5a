import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SittingRoom } from '../attempts/sitting-room.ts';
import { seatLearner, seedClass, type SeededClass } from '../classes/seed-class.ts';
import { openServedRoom } from '../classes/served-room.ts';
import { faultsOf, scrollsSideways } from './axe-faults.ts';
import { useStage } from './stage.ts';

const stage = useStage();
let room: SittingRoom;
let seeded: SeededClass;
let base: string;

beforeAll(async () => {
  room = await openServedRoom(stage.server);
  seeded = await seedClass(room, 30);
  await seatLearner(room, seeded, 31);
  base = `/teach/assignments/${seeded.assignment.id}`;
});
afterAll(() => room.store.close());

/** The instructor's browser. */
async function openContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await stage.browser.newContext({ reducedMotion: 'reduce', ...options });
  const { origin: url } = stage.server;
  await context.addCookies([{ name: 'verbatim-teach', value: seeded.instructorSecret, url }]);
  return context;
}

function visit(page: Page, path: string) {
  return page.goto(`${stage.server.origin}${base}${path}`);
}

describe.each([
  { colorScheme: 'light', width: 360 },
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 360 },
  { colorScheme: 'dark', width: 1280 },
] as const)('the results of a class in $colorScheme at $width px', ({ colorScheme, width }) => {
  it('meet WCAG 2.2 A and AA as far as axe can see, and fit their width', async () => {
    const context = await openContext({ viewport: { width, height: 800 }, colorScheme });
    const page = await context.newPage();
    const faults: string[] = [];
    const look = async (where: string) => {
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      faults.push(...(await faultsOf(page, where)));
      if (await scrollsSideways(page)) faults.push(`${where}: scrolls sideways`);
    };
    for (const path of [
      '/results',
      '/results/questions',
      '/results/quality',
      `/results/${seeded.learners[2]?.learner.id}`,
      '/items/repairs',
    ]) {
      await visit(page, path);
      await look(path);
    }
    await page.getByRole('button', { name: 'See who would be affected' }).click();
    await page.getByText('Choose what is to be done').waitFor();
    await look('a correction with a message');
    await page.getByLabel('Drop the question').check();
    await page.getByLabel('Reason').fill('Two readings fit.');
    await page.getByRole('button', { name: 'See who would be affected' }).click();
    await page.getByText('Not stored yet').waitFor();
    await look('a correction with its preview');
    await context.close();
    expect(faults).toEqual([]);
  });
});

describe('a teacher without JavaScript', () => {
  it('sees the question most worth discussing, accepts another answer and takes it back', async () => {
    const context = await openContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await visit(page, '/results/questions');
    const first = page.locator('main ol > li').first();
    expect(await first.innerText()).toMatch(/\d+ of 30 were sure and wrong/);
    await visit(page, '/items/repairs');
    await page.getByLabel('Accept another answer as right').check();
    await page.getByLabel(/Until Sunday.*given \d+ times/).check();
    await page.getByLabel('Reason').fill('The notice can be read so.');
    await page.getByRole('button', { name: 'See who would be affected' }).click();
    const changed = page.getByRole('region', { name: 'Grades that would change' });
    const rows = await changed.locator('tbody tr').count();
    expect(await page.getByText('Not stored yet').innerText()).toContain(`${rows} of 30 grades`);
    await page.getByRole('button', { name: 'Put it on the record' }).click();
    await page.getByText('The correction is on the record').waitFor();
    await page.getByRole('button', { name: 'Take back' }).click();
    expect(await page.getByText('Not stored yet').innerText()).toContain(`${rows} of 30 grades`);
    await page.getByRole('button', { name: 'Take it back now' }).click();
    await page.getByText('The correction is taken back').waitFor();
    expect(await page.getByText('Taken back on').count()).toBe(1);
    await context.close();
  });

  it('sorts the table both ways and hides names, with the head and the names in view', async () => {
    const context = await openContext({
      javaScriptEnabled: false,
      viewport: { width: 360, height: 800 },
    });
    const page = await context.newPage();
    await visit(page, '/results');
    const percents = async () =>
      (await page.locator('tbody td:nth-child(2)').allInnerTexts()).map((text) => parseFloat(text));
    await page.getByRole('link', { name: 'Sort by Percent' }).click();
    const down = (await percents()).slice(0, 30);
    expect(down).toEqual(down.toSorted((one, other) => other - one));
    await page.getByRole('link', { name: 'Sort by Percent' }).click();
    expect((await percents()).slice(0, 30)).toEqual(down.toReversed());
    await page.getByRole('link', { name: 'Hide names' }).click();
    expect(await page.content()).not.toContain('Learner 0');
    await page.getByRole('link', { name: 'Questions', exact: true }).click();
    await page.getByRole('link', { name: 'Pupils', exact: true }).click();
    expect(await page.content()).not.toContain('Learner 0');
    await context.close();
  });
});
