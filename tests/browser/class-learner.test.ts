import { describe, expect, it } from 'vitest';
import { openServedClass } from '../http/served-class.ts';
import { useStage } from './stage.ts';
import { enter, stormItems } from './storm.ts';

const stage = useStage();
const asked = stormItems.slice(0, 2);

describe.each([
  { script: 'with JavaScript', javaScriptEnabled: true },
  { script: 'without JavaScript', javaScriptEnabled: false },
])('a learner of a class, $script', ({ javaScriptEnabled }) => {
  it('joins, answers, waits for the closing, and is shown what is right', async () => {
    const { assignment, classroom, store } = await openServedClass(stage.server, {
      feedback: 'after-close',
      itemIds: asked.map(({ id }) => id),
    });
    const context = await stage.browser.newContext({
      viewport: { width: 360, height: 740 },
      timezoneId: 'Asia/Tokyo',
      javaScriptEnabled,
    });
    const page = await context.newPage();
    await page.goto(stage.server.origin);
    await page.getByRole('link', { name: 'Join it with its code' }).click();
    await page.getByLabel('The class’s code').fill(classroom.code.toLowerCase());
    await page.getByRole('button', { name: 'Next' }).click();
    const alias = await page.getByLabel('Your name in this class').inputValue();
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    await page.waitForURL(/\/classes\//);
    expect(await page.getByText(alias).isVisible()).toBe(true);
    expect(await page.getByRole('heading', { name: 'Your rejoin code' }).isVisible()).toBe(true);

    await page.getByRole('button', { name: 'Start', exact: true }).click();
    for (const [index, item] of asked.entries()) {
      await page.waitForURL(new RegExp(`/items/${item.id}`));
      await enter(page, item.wrong);
      await page.getByRole('button', { name: 'Check answer' }).click();
      await page.getByText('Your answer is stored.').waitFor();
      expect(await page.locator('mark, blockquote').count()).toBe(0);
      await page.reload();
      expect(await page.getByText('Your answer is stored.').isVisible()).toBe(true);
      const next = index === 0 ? 'Next question' : 'To the class';
      await page.getByRole('link', { name: next }).click();
    }
    await page.waitForURL(/\/classes\//);
    expect(await page.getByText('come once your teacher closes').isVisible()).toBe(true);
    const [attempt] = await store.classes.listClassAttempts(assignment.id);
    expect(attempt?.attempt.inClass?.clientTz).toBe(javaScriptEnabled ? 'Asia/Tokyo' : null);

    await store.classes.updateAssignment(assignment.id, { closedAt: Date.now() });
    await page.reload();
    await page.getByRole('link', { name: 'See your results' }).click();
    await page.waitForURL(/\/attempts\//);
    expect(await page.locator('h1').innerText()).toContain('0 of 2 fully right');
    expect(await page.locator('mark').count()).toBeGreaterThan(0);
    await context.close();
    await store.close();
  });
});
