import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useStage } from './stage.ts';
import { check, enter, goOn, startAttempt, stormItems, stormPoints } from './storm.ts';

const total = stormItems.length;

const stage = useStage();
let context: BrowserContext;
let page: Page;

afterEach(() => context.close());

async function open(options: { javaScriptEnabled: boolean }): Promise<void> {
  context = await stage.browser.newContext({ viewport: { width: 360, height: 740 }, ...options });
  page = await context.newPage();
}

/** What stands in the reveal, in the order of the document, by what a reader would call it. */
async function revealOrder(): Promise<string[]> {
  return page.locator('article').evaluate((article) => {
    const parts: Record<string, string> = {
      verdict: '#verdict',
      passage: '.answer blockquote',
      card: '.answer figure footer',
      misread: '.misread',
      next: '.answer .act a',
    };
    const found = Object.entries(parts).flatMap(([name, selector]) => {
      const [first] = article.querySelectorAll(selector);
      return first ? [{ name, first }] : [];
    });
    const why = [...article.querySelectorAll('h3')].find((each) => each.textContent === 'Why');
    if (why) found.push({ name: 'why', first: why });
    return found
      .sort((one, other) =>
        one.first.compareDocumentPosition(other.first) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
      )
      .map(({ name }) => name);
  });
}

describe.each([
  { script: 'with JavaScript', javaScriptEnabled: true },
  { script: 'without JavaScript', javaScriptEnabled: false },
])('a learner $script', ({ javaScriptEnabled }) => {
  beforeEach(() => open({ javaScriptEnabled }));

  it('answers every item type right, and reaches the results', async () => {
    await startAttempt(page, stage.server.origin);
    for (const item of stormItems) {
      expect(page.url()).toContain(`/items/${item.id}`);
      await enter(page, item.right);
      await check(page);
      expect(await page.locator('#verdict').innerText()).toMatch(/^Right: /);
      expect(await page.locator('.misread').count()).toBe(0);
      expect(
        await page.locator('#verdict').evaluate((each) => each === document.activeElement),
      ).toBe(true);
      await goOn(page);
    }
    expect(await page.locator('h1').innerText()).toBe(
      `${total} of ${total} fully right, ${stormPoints} of ${stormPoints} points`,
    );
  });

  it('answers every item type wrong, and is shown why', async () => {
    await startAttempt(page, stage.server.origin);
    for (const item of stormItems) {
      await enter(page, item.wrong);
      await check(page);
      expect(await page.locator('#verdict').innerText()).toMatch(/^Not right: /);
      expect(await revealOrder()).toEqual(['verdict', 'passage', 'card', 'misread', 'why', 'next']);
      expect(await page.locator('.misread').first().innerText()).toContain(item.reply);
      for (const part of [
        '.answer blockquote',
        '.answer figure footer',
        '.misread',
        '.answer .act a',
      ]) {
        expect(await page.locator(part).first().isVisible()).toBe(true);
      }
      await goOn(page);
    }
    expect(await page.locator('h1').innerText()).toBe(
      `0 of ${total} fully right, 0 of ${stormPoints} points`,
    );
    expect(await page.locator('section[aria-labelledby=misreadings]').innerText()).toContain(
      'False conflict',
    );
  });

  it('is told to choose first, and keeps the place', async () => {
    await startAttempt(page, stage.server.origin);
    await page.getByRole('button', { name: 'Check answer' }).click();
    await page.locator('#problem').waitFor();
    expect(await page.locator('#problem').innerText()).toMatch(/^Choose an answer first/);
    expect(await page.locator('#problem').evaluate((each) => each === document.activeElement)).toBe(
      true,
    );
    await enter(page, ['Until Tuesday']);
    await check(page);
    expect(await page.locator('#verdict').innerText()).toMatch(/^Right: /);
  });

  it('has what was typed given back when it can’t be read', async () => {
    await startAttempt(page, stage.server.origin);
    for (const item of stormItems.slice(0, 2)) {
      await enter(page, item.right);
      await check(page);
      await goOn(page);
    }
    await enter(page, 'about half a million');
    await page.getByRole('button', { name: 'Check answer' }).click();
    await page.locator('#problem').waitFor();
    expect(await page.getByLabel(/^Your answer/).inputValue()).toBe('about half a million');
  });

  it('finds an answered question answered after a reload, and by the back button', async () => {
    await startAttempt(page, stage.server.origin);
    await enter(page, ['Until Sunday']);
    await check(page);
    const verdict = await page.locator('#verdict').innerText();
    await page.reload();
    expect(await page.locator('#verdict').innerText()).toBe(verdict);
    await goOn(page);
    await page.reload();
    expect(await page.locator('form button').first().innerText()).toBe('Check answer');
    await page.goBack();
    await page.locator('#verdict').waitFor();
    expect(await page.locator('#verdict').innerText()).toBe(verdict);
  });

  it('goes on where the attempt was left', async () => {
    await startAttempt(page, stage.server.origin);
    await enter(page, ['Until Tuesday']);
    await check(page);
    const state = await context.storageState();
    await context.close();
    context = await stage.browser.newContext({ storageState: state, javaScriptEnabled });
    page = await context.newPage();
    await page.goto(stage.server.origin);
    await page.getByRole('link', { name: `Continue: 1 of ${total} answered` }).click();
    await page.waitForURL(/\/items\/wire-states/);
  });

  it('stores one answer for a double click', async () => {
    await startAttempt(page, stage.server.origin);
    await enter(page, ['Until Tuesday']);
    await page.getByRole('button', { name: 'Check answer' }).dblclick();
    await page.locator('#verdict').waitFor();
    expect(await page.locator('#verdict').innerText()).toMatch(/^Right: /);
    await goOn(page);
    expect(page.url()).toContain('/items/wire-states');
  });

  it('retries what was missed in a new attempt, and can delete everything', async () => {
    await startAttempt(page, stage.server.origin);
    for (const item of stormItems) {
      await enter(page, item.id === 'repairs' || item.id === 'schools' ? item.wrong : item.right);
      await check(page);
      await goOn(page);
    }
    await page.getByRole('button', { name: 'Answer the 2 missed again' }).click();
    await page.waitForURL(/\/items\/(repairs|schools)/);
    expect(await page.locator('.progress').innerText()).toContain('Question 1 of 2');
    const { origin } = stage.server;
    const attempt = page.url();
    await page.goto(`${origin}/my-record`);
    await page.getByText('Delete my answers', { exact: true }).click();
    await page.getByRole('button', { name: 'Delete my answers now' }).click();
    await page.getByText('Nothing that this browser answered is stored any more').waitFor();
    const response = await page.goto(attempt);
    expect(response?.status()).toBe(404);
  });

  it('sends a report of a problem with the question', async () => {
    await startAttempt(page, stage.server.origin);
    await enter(page, ['Until Tuesday']);
    await check(page);
    await page.getByText('Report a problem with this question').click();
    await page.getByLabel('What is wrong with it?').fill('Friday is named too.');
    await page.getByRole('button', { name: 'Send report' }).click();
    await page.getByText('Thank you. The curator will see your report').waitFor();
    expect(await page.locator('#verdict').count()).toBe(1);
  });
});

describe('a learner with a keyboard only', () => {
  it('goes from the front page to the results, the focus always visible', async () => {
    await open({ javaScriptEnabled: true });
    await page.goto(stage.server.origin);
    await tabTo('The March storm');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/banks\/storm/);
    await tabTo('Start');
    await page.keyboard.press('Enter');
    for (const item of stormItems) {
      await page.waitForURL(new RegExp(`/items/${item.id}`));
      await page.getByRole('button', { name: 'Check answer' }).waitFor();
      await tabToInput();
      await answerByKeys(item.type);
      expect(await page.locator('#verdict').count()).toBe(0);
      await tabTo('Check answer');
      expect(await focusIsVisible()).toBe(true);
      await page.keyboard.press('Enter');
      await page.locator('#verdict').waitFor();
      await tabTo(item === stormItems.at(-1) ? 'See your results' : 'Next question');
      expect(await focusIsVisible()).toBe(true);
      await page.keyboard.press('Enter');
    }
    await page.getByText('Each question with its passage').waitFor();
  });

  /** Answers from the first input on, whatever the type: not right, but whole. */
  async function answerByKeys(type: string): Promise<void> {
    if (type === 'numeric') await page.keyboard.type('480123');
    else if (type === 'text-entry') await page.keyboard.type('Grid Agency');
    else if (type === 'order') {
      // The first button would move the first entry up, which moves nothing.
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
    } else if (type === 'match') {
      for (const letter of ['A', 'B', 'C']) {
        await page.keyboard.type(letter);
        await page.keyboard.press('Tab');
      }
    } else await page.keyboard.press('Space');
    if (type === 'verdict-with-evidence') {
      await tabToInput();
      await page.keyboard.press('Space');
    }
  }

  async function tabTo(name: string): Promise<void> {
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press('Tab');
      const text = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
      if (text.startsWith(name)) return;
    }
    throw new Error(`Forty tabs did not reach “${name}”`);
  }

  async function tabToInput(): Promise<void> {
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press('Tab');
      const isInput = await page.evaluate(
        () => document.activeElement?.matches('input, select, .move') ?? false,
      );
      if (isInput) return;
    }
    throw new Error('Forty tabs did not reach an input');
  }

  /** The focused element is on the screen, and nothing lies over its middle. */
  function focusIsVisible(): Promise<boolean> {
    return page.evaluate(() => {
      const focused = document.activeElement;
      const box = focused?.getBoundingClientRect();
      if (!focused || !box) return false;
      const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return top !== null && (focused.contains(top) || top.contains(focused));
    });
  }
});
