import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useStage } from './stage.ts';
import { enter, goOn, startAttempt, stormItems } from './storm.ts';

const stage = useStage();

/** CSS pixels by which what stood before the answer may have moved after it. */
const tolerance = 2;

/** What a reader has before their eyes and finds again after the answer, above the verdict. */
const lasting = [
  'header .bar',
  '.bank a',
  '.progress',
  '.progress .kicker',
  'h1',
  '.compared figure',
  '.compared blockquote',
  '.rule',
  '.legend, .picking legend',
  '.entry .label',
  '.entry .field',
  '.listed > li',
  '.pair',
  '.pair > .row, .pair > select',
  '.rows > .row',
  '.row .place',
  '.words',
];

/** Where something stands in the document, and where each line of its text does. */
interface Place {
  readonly name: string;
  readonly edges: readonly number[];
  readonly lines: readonly number[];
}

/** Runs in the page: every lasting thing in order, by its selector, its number and its text. */
function findPlaces(selectors: readonly string[]): Place[] {
  const linesOf = (element: Element) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const tops = new Set<number>();
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const { top, width } of range.getClientRects()) {
        if (width > 0) tops.add(Math.round(top + scrollY));
      }
    }
    return [...tops];
  };
  const isFrame = (element: Element) => element.matches('.row, .pair, .field, select');
  return selectors.flatMap((selector) =>
    [...document.querySelectorAll(selector)].map((element, index) => {
      const { top, left, width } = element.getBoundingClientRect();
      const text = isFrame(element) ? '' : element.textContent.replace(/\s+/g, ' ').trim();
      return {
        name: `${selector} ${index + 1} “${text}”`,
        edges: [top + scrollY, left + scrollX, width],
        lines: isFrame(element) ? [] : linesOf(element),
      };
    }),
  );
}

/** What was there before and moved, was resized, broken otherwise or left out. */
function movedBetween(before: readonly Place[], after: readonly Place[]): string[] {
  const isNear = (one: readonly number[], other: readonly number[]) =>
    one.length === other.length &&
    one.every((figure, index) => Math.abs(figure - (other[index] ?? NaN)) <= tolerance);
  return before.flatMap((place) => {
    const now = after.find(({ name }) => name === place.name);
    if (!now) return [`${place.name} is gone`];
    return isNear(place.edges, now.edges) && isNear(place.lines, now.lines)
      ? []
      : [`${place.name}: ${JSON.stringify(place)} became ${JSON.stringify(now)}`];
  });
}

const places = (page: Page) => page.evaluate(findPlaces, lasting);

/** Sends the answer, and says what the verdict's arrival moved. */
async function checkAndCompare(page: Page, where: string): Promise<string[]> {
  const before = await places(page);
  await page.getByRole('button', { name: 'Check answer' }).click();
  await page.locator('#verdict').waitFor();
  const after = await places(page);
  return movedBetween(before, after).map((moved) => `${where}: ${moved}`);
}

async function openPage(width: number): Promise<Page> {
  const context = await stage.browser.newContext({
    viewport: { width, height: 800 },
    reducedMotion: 'reduce',
  });
  return context.newPage();
}

describe.each([360, 768, 1280])('at %i px', (width) => {
  it.each(['right', 'wrong'] as const)(
    'a %s answer of any type moves nothing that stands above its verdict',
    async (answer) => {
      const page = await openPage(width);
      await startAttempt(page, stage.server.origin);
      const moved: string[] = [];
      for (const item of stormItems) {
        await enter(page, item[answer]);
        moved.push(...(await checkAndCompare(page, item.id)));
        await goOn(page);
      }
      await page.context().close();
      expect(moved).toEqual([]);
    },
  );
});

it('a refusal and its mend move nothing but what stands below the options', async () => {
  const page = await openPage(360);
  await startAttempt(page, stage.server.origin);
  const before = await places(page);
  await page.getByRole('button', { name: 'Check answer' }).click();
  await page.locator('#problem').waitFor();
  expect(movedBetween(before, await places(page))).toEqual([]);
  await enter(page, ['Until Tuesday']);
  expect(await checkAndCompare(page, 'repairs')).toEqual([]);
  await page.context().close();
});

it('the measure itself sees a planted jump', async () => {
  const page = await openPage(360);
  await startAttempt(page, stage.server.origin);
  const before = await places(page);
  expect(before.length).toBeGreaterThan(10);
  await page.locator('h1').evaluate((heading) => {
    heading.style.paddingTop = '3px';
  });
  expect(movedBetween(before, await places(page))).not.toEqual([]);
  await page.context().close();
});
