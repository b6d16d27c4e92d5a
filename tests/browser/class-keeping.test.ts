import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useStage } from './stage.ts';

const stage = useStage();
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const list = `Name;ID number\nLearner 01;007\n${'Long'.repeat(50)};008\nمتعلم;009\n=cmd|x;010`;

/** What axe finds on the page, and whether it scrolls sideways. */
async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  const found = violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(' ')}`);
  return [...found, ...(isWide ? ['scrolls sideways'] : [])].map(
    (each) => `${page.url()}: ${each}`,
  );
}

/** Opens a class from the fixture bank's form; gives its address. */
async function openClass(page: Page): Promise<string> {
  await page.goto(`${stage.server.origin}/teach/new?bank=storm`);
  await page.locator('main form button.button').last().click();
  await page.waitForURL(/\/keys$/);
  return page.url().replace(/\/keys$/, '');
}

async function paste(page: Page, text: string): Promise<void> {
  await page.getByLabel('Names, one a line').fill(text);
  await page.getByRole('button', { name: 'Add them' }).click();
}

describe.each([
  { javaScriptEnabled: true, width: 1280, colorScheme: 'dark' },
  { javaScriptEnabled: false, width: 360, colorScheme: 'light' },
] as const)(
  'a teacher at $width px, with JavaScript: $javaScriptEnabled',
  ({ width, ...options }) => {
    it('mends a list, a name and the settings, and deletes a learner and the class', async () => {
      const viewport = { width, height: 800 };
      const context = await stage.browser.newContext({ ...options, viewport });
      const page = await context.newPage();
      const faults: string[] = [];
      // Without JavaScript axe can't run either: the pages are the same.
      const look = async () => {
        if (options.javaScriptEnabled) faults.push(...(await faultsOf(page)));
      };
      const base = await openClass(page);
      await page.goto(`${base}/learners`);
      await paste(page, `${list}\nLearner 01;011`);
      await page.getByText('Line 6: “Learner 01” stands in line 2 too').waitFor();
      await look();
      await paste(page, list);
      await page.getByText('4 learners were added').waitFor();
      await look();

      await page.getByRole('link', { name: '=cmd|x' }).click();
      await page.getByText('More time, or one more attempt').click();
      await page.getByText('Remove =cmd|x').click();
      await look();
      await page.getByRole('button', { name: 'Call them “Learner” and a number' }).click();
      await page.getByText('The name is now “Learner 02”').waitFor();
      await page.getByRole('link', { name: 'Learner 02' }).click();
      await page.getByText('Remove Learner 02').click();
      await page.getByRole('button', { name: 'Remove for good' }).click();
      await page.getByText('3 learners, of whom none has joined').waitFor();

      await page.getByRole('link', { name: 'Settings and privacy' }).click();
      await page.getByLabel('Name of the class').fill('');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('link', { name: 'Write a name by which you will find it' }).waitFor();
      await look();
      await page.getByText('Anonymise this class').click();
      await page.getByText('Delete this class').click();
      await look();
      await page.locator('#sure-delete').check();
      await page.getByRole('button', { name: 'Delete for good' }).click();
      await page.getByRole('heading', { name: 'The class is deleted' }).waitFor();
      await look();
      await page.getByRole('link', { name: 'What is stored' }).click();
      await page.getByRole('heading', { name: 'If you learn in a class' }).waitFor();
      await look();
      await context.close();
      expect(faults).toEqual([]);
    });
  },
);
