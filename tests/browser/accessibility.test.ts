import { describe, expect, it } from 'vitest';
import { faultsOf, scrollsSideways } from './axe-faults.ts';
import { useStage } from './stage.ts';
import { check, enter, goOn, startAttempt, stormItems } from './storm.ts';

const stage = useStage();

describe.each([
  { colorScheme: 'light', width: 360 },
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 360 },
  { colorScheme: 'dark', width: 1280 },
] as const)('every page in $colorScheme at $width px', ({ colorScheme, width }) => {
  it('meets WCAG 2.2 A and AA as far as axe can see, and fits its width', async () => {
    const context = await stage.browser.newContext({
      viewport: { width, height: 800 },
      colorScheme,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const faults: string[] = [];
    const look = async (where: string) => {
      faults.push(...(await faultsOf(page, where)));
      if (await scrollsSideways(page)) faults.push(`${where}: scrolls sideways`);
    };
    const visit = async (path: string) => {
      await page.goto(`${stage.server.origin}${path}`);
      await look(path);
    };

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
