import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openClassTour, visitStop, type ClassTour } from './class-tour.ts';
import { useStage } from './stage.ts';
import { check, enter, goOn, startAttempt, stormItems } from './storm.ts';

const stage = useStage();

/** The least height of what is pressed with a finger; a link inside a sentence is as high as its line. */
const least = 44;

/** WCAG 1.4.12: the spacing that a reader may lay over a page. */
const spacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';

/** What is pressed and stands alone, and is lower than a finger asks. */
function lowTargets(page: Page): Promise<string[]> {
  return page.evaluate((height) => {
    const pressed = [
      ...document.querySelectorAll(
        'main a, main button, main select, main summary, footer a, nav a, main label:has(input)',
      ),
    ];
    return pressed
      .filter((each) => {
        const box = each.getBoundingClientRect();
        const isShown = box.width > 0 && each.checkVisibility();
        return isShown && getComputedStyle(each).display !== 'inline' && box.height < height;
      })
      .map((each) => `${each.tagName} “${each.textContent.trim()}”`);
  }, least);
}

/** Texts that are cut off, or that stand beyond the page, under a reader's own spacing. */
function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
    // Data tables scroll in a box that has a name and takes the focus.
    const isScrollable = (each: Element) =>
      each.matches('[role=region][tabindex]') && getComputedStyle(each).overflowX === 'auto';
    // A preview of a file shows the beginning of its cells.
    const isPreview = (each: Element) => each.matches('td[dir=auto]');
    const cut = [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')].filter(
      (each) => {
        const isClipped =
          getComputedStyle(each).overflow !== 'visible' &&
          !each.matches('select, input, textarea, svg, .visually-hidden') &&
          !isScrollable(each) &&
          !isPreview(each) &&
          (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1);
        const isBeyond =
          !each.closest('[role=region][tabindex]') &&
          each.getBoundingClientRect().right > window.innerWidth + 1;
        return each.checkVisibility() && (isClipped || isBeyond);
      },
    );
    document.adoptedStyleSheets = [];
    return cut.map((each) => `${each.tagName} “${each.textContent.trim().slice(0, 40)}”`);
  }, spacing);
}

it.each([320, 360, 1280])(
  'at %i px every page has targets for a finger, and cuts no text under a reader’s spacing',
  async (width) => {
    const context = await stage.browser.newContext({
      viewport: { width, height: 740 },
      hasTouch: true,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const faults: string[] = [];
    const look = async (where: string) => {
      const found = [...(await lowTargets(page)), ...(await cutTexts(page))];
      faults.push(...found.map((fault) => `${where}: ${fault}`));
    };
    await page.goto(`${stage.server.origin}/banks/storm`);
    await look('cover');
    await startAttempt(page, stage.server.origin);
    for (const [index, item] of stormItems.entries()) {
      await look(`${item.id} asked`);
      await enter(page, index % 2 === 0 ? item.wrong : item.right);
      await check(page);
      await look(`${item.id} revealed`);
      await goOn(page);
    }
    await look('results');
    for (const path of ['/', '/?words=storm', '/sources', '/sources/wire', '/my-record']) {
      await page.goto(`${stage.server.origin}${path}`);
      await look(path);
    }
    await context.close();
    expect(faults).toEqual([]);
  },
);

describe('every page of a class, in each of its states', () => {
  let tour: ClassTour;
  beforeAll(async () => {
    tour = await openClassTour(stage.server);
  });
  afterAll(() => tour.close());

  // 320 px is 1280 px at 400 %.
  it.each([320, 360, 1280])(
    'at %i px has targets for a finger, and cuts no text under a reader’s spacing',
    async (width) => {
      const context = await stage.browser.newContext({
        viewport: { width, height: 740 },
        hasTouch: true,
        reducedMotion: 'reduce',
      });
      const faults: string[] = [];
      for (const stop of [...tour.teachers, ...tour.learners]) {
        const page = await visitStop(context, stage.server.origin, stop);
        const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        const found = [
          ...(isWide ? ['scrolls sideways'] : []),
          ...(await lowTargets(page)),
          ...(await cutTexts(page)),
        ];
        faults.push(...found.map((fault) => `${stop.name}: ${fault}`));
        await page.close();
      }
      await context.close();
      expect(faults).toEqual([]);
    },
  );
});
