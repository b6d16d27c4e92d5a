import type { BrowserContext, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { looks, openInLook } from './every-look.ts';
import { openPackageSite, type PackageSite } from './packages/package-site.ts';
import { useStage } from './stage.ts';

const stage = useStage();
let site: PackageSite;
beforeAll(async () => {
  site = await openPackageSite('127.0.0.1');
});
afterAll(() => site.close());

const chosen = 'items=schools,repairs&pass=80&accent=aa0000';

async function openBuilder(query = '', javaScriptEnabled = true) {
  const context = await stage.browser.newContext({ javaScriptEnabled });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  await page.goto(`${stage.server.origin}/build/storm${query}`);
  return { context, page, complaints };
}

const codeOf = (page: Page) => page.locator('#code').innerText();
const framedBy = (page: Page) =>
  page.locator('[data-framed]').evaluate((element) => element.innerHTML);
/** A code as the browser writes it once it has read it. */
const asRead = (page: Page, code: string) =>
  page.evaluate((text) => new DOMParser().parseFromString(text, 'text/html').body.innerHTML, code);

/** A code without what is its page's own: marks of the server, and heights that the host's script sets. */
const bare = (html: string) => html.replace(/<!-*>| ?height: \d+px;?| style="[^"]*"/g, '').trim();

/** Answers the question that a frame shows by its first choice, and waits for the verdict. */
async function answerFirst(frame: FrameLocator): Promise<string> {
  await frame.locator('input[type="radio"]').first().check();
  await frame.getByRole('button', { name: 'Check answer' }).click();
  await frame.locator('#verdict').waitFor();
  return frame.locator('h1').innerText();
}

/** Pastes what is in the clipboard into a course's page on another host name. */
async function pasteElsewhere(context: BrowserContext, page: Page): Promise<Page> {
  const pasted = await page.evaluate(() => navigator.clipboard.readText());
  site.put('/course.html', `<!doctype html><title>A course</title><h1>A course</h1>${pasted}`);
  const course = await context.newPage();
  await course.goto(`${site.origin}/course.html`);
  return course;
}

describe('on the builder’s page', () => {
  it.each([
    ['Frame', 'iframe'],
    ['Web component', 'verbatim-quiz'],
  ])('the code of a %s is what is framed, and plays where it is pasted', async (name, tag) => {
    const { complaints, context, page } = await openBuilder(`?${chosen}`);
    await page.getByLabel(name, { exact: false }).first().check();
    await page.locator('#code', { hasText: `<${tag}` }).waitFor();
    const code = await codeOf(page);
    expect(bare(await framedBy(page))).toBe(bare(await asRead(page, code)));
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const preview = page.locator(`[data-framed] ${tag === 'iframe' ? '' : tag} iframe`);
    await preview.contentFrame().getByText('Question 1 of 2').waitFor();
    const course = await pasteElsewhere(context, page);
    const frame = course.locator('iframe').contentFrame();
    expect(await answerFirst(frame)).toContain('Claim: schools are open on Monday.');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('a code that the browser does not let be copied is selected, and the button says so', async () => {
    const { context, page } = await openBuilder();
    await page.evaluate(`Object.defineProperty(navigator, 'clipboard', { value: undefined })`);
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('button', { name: 'Selected: press' }).waitFor();
    expect(await page.evaluate('getSelection().toString().trim()')).toBe(await codeOf(page));
    await context.close();
  });

  it('who takes it as it is need not read on', async () => {
    const { context, page } = await openBuilder();
    await page.getByRole('link', { name: 'take it as it is' }).click();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Copy');
    await context.close();
  });

  it('everything that is chosen is followed at once, and stands in the address', async () => {
    const { context, page } = await openBuilder();
    await page.getByText('Questions: 11 of 11').click();
    await page.locator('#item-list input').first().uncheck();
    await page.getByText('Questions: 10 of 11').waitFor();
    await page.getByLabel('Pass mark, in percent').fill('75');
    await page.getByLabel('dark', { exact: true }).check();
    await page.locator('#code', { hasText: 'theme=dark' }).waitFor();
    expect(await codeOf(page)).toContain('&amp;pass=75&amp;theme=dark');
    const framed = page.locator('[data-framed] iframe').contentFrame();
    await framed.getByText('Question 1 of 10').waitFor();
    const before = await codeOf(page);
    await page.reload();
    expect(await codeOf(page)).toBe(before);
    expect(await page.evaluate(() => history.length)).toBe(2);
    await context.close();
  });

  it('a question is asked earlier by a press, and the focus stays with it', async () => {
    const { context, page } = await openBuilder(`?${chosen}`);
    await page.getByRole('link', { name: 'Ask earlier: How long could repairs' }).press('Enter');
    await page.locator('#code', { hasText: 'items=repairs,schools' }).waitFor();
    expect(await page.locator('#item-list input').first().inputValue()).toBe('repairs');
    await page.waitForFunction(() => document.activeElement?.getAttribute('value') === 'repairs');
    await context.close();
  });

  it('what can’t be followed is named at its field, and no code stands there', async () => {
    const { context, page } = await openBuilder();
    const field = page.getByLabel('How many questions are drawn for each attempt');
    await field.fill('40');
    await field.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.locator('#draw-fault').innerText()).toContain('Only 11 questions are ticked');
    expect(await page.locator('#code').count()).toBe(0);
    await page.getByRole('alert').getByRole('link').click();
    await field.fill('4');
    await field.press('Enter');
    await page.locator('#code', { hasText: 'draw=4' }).waitFor();
    await context.close();
  });

  it('all of it works without script, and by keyboard', async () => {
    const { context, page } = await openBuilder('', false);
    await page.getByLabel('Pass mark, in percent').fill('60');
    await page.getByLabel('Link and QR code', { exact: false }).first().check();
    await page.getByRole('button', { name: 'Show preview and code' }).press('Enter');
    await page.waitForURL(/kind=link/);
    expect(await codeOf(page)).toBe(`${stage.server.origin}/embed/storm?pass=60`);
    expect(await page.getByRole('button', { name: 'Copy' }).isVisible()).toBe(false);
    await page.locator('summary').press('Enter');
    await page.locator('#item-list input').first().uncheck();
    await page.getByRole('button', { name: 'Show preview and code' }).click();
    await page.getByText('Questions: 10 of 11').waitFor();
    await page.getByRole('link', { name: 'Ask earlier' }).first().click();
    await page.waitForURL(/items=households,wire-states/);
    await context.close();
  });

  it('what another system asks in its own way stands folded, and a way of ours open again', async () => {
    const { context, page } = await openBuilder();
    const framed = page.locator('[data-framed] iframe');
    await page.getByLabel('GIFT', { exact: false }).first().check();
    const fold = page.getByText('See how they are asked on this site');
    await fold.waitFor();
    expect(await framed.isVisible()).toBe(false);
    await fold.click();
    await framed.contentFrame().getByText('Question 1 of 11').waitFor();
    await page.getByLabel('Web component', { exact: false }).first().check();
    await page.locator('[data-framed] verbatim-quiz iframe').waitFor();
    await framed.contentFrame().getByText('Question 1 of 11').waitFor();
    await context.close();
  });

  it('the preview is as wide as is said', async () => {
    const { context, page } = await openBuilder();
    const widths: number[] = [];
    for (const width of [360, 768, 1200]) {
      await page.locator(`#width-${width}`).check();
      const box = await page.locator('[data-framed] iframe').boundingBox();
      widths.push(box?.width ?? 0);
    }
    expect(widths).toEqual([360, 768, 1200]);
    await context.close();
  });

  it('every kind of file is handed out under its name, with what it is', async () => {
    const { context, page } = await openBuilder();
    const kinds = await page
      .locator('[name="kind"]')
      .evaluateAll((inputs) => inputs.map((input) => input.getAttribute('value') ?? ''));
    const files: string[] = [];
    for (const kind of kinds) {
      await page.goto(`${stage.server.origin}/build/storm?kind=${kind}&${chosen}`);
      const button = page.locator('a[download]');
      if ((await button.count()) === 0) continue;
      expect(await page.locator('#builder').innerText()).toContain('carries the answer key');
      const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
      expect(await download.failure()).toBeNull();
      files.push(kind);
      expect(download.suggestedFilename()).toMatch(
        new RegExp(`^storm_${kind.replace('.', '\\.')}_.*\\.(zip|xml|gift|txt)$`),
      );
    }
    expect(files).toEqual(expect.arrayContaining(['web', 'scorm-1.2', 'scorm-2004']));
    await context.close();
  });
});

describe.each(looks)('the builder’s pages in $colorScheme at $width px', (inLook) => {
  it('meet WCAG 2.2 A and AA as far as axe can see, and fit their width', async () => {
    const { origin } = stage.server;
    const { context, faults, visit } = await openInLook(stage.browser, origin, inLook);
    await visit('/build');
    await visit('/build?words=nothing+of+this+kind');
    for (const kind of ['element', 'link', 'scorm-1.2']) {
      await visit(`/build/storm?kind=${kind}&${chosen}`);
    }
    await visit('/build/storm?sent=1&draw=40&pass=200&theme=pink&lang=xx&accent=red&kind=fax');
    await context.close();
    expect(faults).toEqual([]);
  });
});
