import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, scrollsSideways } from './axe-faults.ts';
import { openClassTour, visitStop, type ClassTour } from './class-tour.ts';
import { looks, openInLook } from './every-look.ts';
import { useStage } from './stage.ts';
import { check, enter, goOn, startAttempt, stormItems } from './storm.ts';

const stage = useStage();

describe.each(looks)('every page in $colorScheme at $width px', (inLook) => {
  const openPage = () => openInLook(stage.browser, stage.server.origin, inLook);

  it('meets WCAG 2.2 A and AA as far as axe can see, and fits its width', async () => {
    const { context, page, faults, look, visit } = await openPage();
    for (const path of [
      '/',
      '/how-it-works',
      '/my-record',
      '/sources',
      '/sources/wire',
      '/nowhere',
      '/attempts/none',
    ]) {
      await visit(path);
    }
    await visit('/banks/storm');
    await startAttempt(page, stage.server.origin);
    for (const [index, item] of stormItems.entries()) {
      await look(`${item.id} open`);
      if (index === 0) {
        await page.getByRole('button', { name: 'Check answer' }).click();
        await page.locator('#problem').waitFor();
        await look(`${item.id} with a message`);
      }
      await enter(page, index % 2 === 0 ? item.wrong : item.right);
      await check(page);
      await page.getByText('Report a problem with this question').click();
      await look(`${item.id} revealed`);
      await goOn(page);
      if (index === 2) await visit('/');
      if (index === 2) await page.goBack();
    }
    await page.getByText('Each question with its passage').waitFor();
    await look('results');
    await visit('/sources/wire');
    await page.goto(`${stage.server.origin}/my-record`);
    await page.getByText('Delete my answers', { exact: true }).click();
    await look('your answers');
    await context.close();
    expect(faults).toEqual([]);
  });

  it('does so too where a class is opened and led', async () => {
    const { context, page, faults, look, visit } = await openPage();
    for (const path of ['/teach', '/teach/new', '/teach/recover', '/teach/open/none']) {
      await visit(path);
    }
    await page.goto(`${stage.server.origin}/teach/recover`);
    await page.getByRole('button').click();
    await page.getByRole('alert').waitFor();
    await look('a wrong recovery code');
    await visit('/teach/new?bank=storm');
    await page.locator('#items input').first().waitFor({ state: 'attached' });
    for (const summary of await page.locator('main summary').all()) await summary.click();
    for (const box of await page.locator('#items input').all()) await box.uncheck();
    await page.locator('#zone').fill('Mars/Olympus');
    await page.getByRole('button', { name: 'Open the class' }).click();
    await page.getByRole('alert').waitFor();
    await look('a new class with messages');
    await page.locator('#items input').first().check();
    await page.locator('#zone').fill('Europe/Vienna');
    await page.getByRole('button', { name: 'Open the class' }).click();
    await page.locator('#recovery').waitFor();
    await look('the keys');
    const base = new URL(page.url()).pathname.replace(/\/keys$/, '');
    for (const rest of ['', '/projector', '/assign', '/assign?bank=storm']) {
      await visit(`${base}${rest}`);
    }
    await page.goto(`${stage.server.origin}${base}`);
    await page.locator('#assignments ~ ul h3 a').click();
    for (const summary of await page.locator('main summary').all()) await summary.click();
    await look('an assignment');
    await page.locator('#pass').fill('200');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').waitFor();
    await look('an assignment with a message');
    await page.getByText('Close the assignment', { exact: true }).click();
    await page.getByRole('button', { name: 'Close now' }).click();
    await page.getByRole('button', { name: 'Open again' }).waitFor();
    await look('a closed assignment');
    await visit('/teach');
    await context.close();
    expect(faults).toEqual([]);
  });
});

describe('every page of a class, in each of its states', () => {
  let tour: ClassTour;
  beforeAll(async () => {
    tour = await openClassTour(stage.server);
  });
  afterAll(() => tour.close());

  it.each(looks)(
    'meets WCAG 2.2 A and AA in $colorScheme at $width px, and fits its width',
    async ({ colorScheme, width }) => {
      const context = await stage.browser.newContext({
        viewport: { width, height: 800 },
        colorScheme,
        reducedMotion: 'reduce',
      });
      const faults: string[] = [];
      for (const stop of [...tour.teachers, ...tour.learners]) {
        const page = await visitStop(context, stage.server.origin, stop);
        faults.push(...(await faultsOf(page, stop.name)));
        if (await scrollsSideways(page)) faults.push(`${stop.name}: scrolls sideways`);
        await page.close();
      }
      await context.close();
      expect(faults).toEqual([]);
    },
  );
});

describe('the check itself', () => {
  it('finds a planted fault', async () => {
    const context = await stage.browser.newContext();
    const page = await context.newPage();
    await page.setContent('<html lang="en"><title>x</title><main><img src="x.png"></main></html>');
    expect(await faultsOf(page, 'planted')).toEqual(['planted: image-alt at img']);
    await context.close();
  });
});
