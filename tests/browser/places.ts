import type { Page } from 'playwright-core';

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
  'aside h3',
  'aside form figure, aside .asked figure',
];

/** Where something stands in the document, and where each line of its text does. */
export interface Place {
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
export function movedBetween(before: readonly Place[], after: readonly Place[]): string[] {
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

/** Every lasting thing of the page as it is. */
export function placesOf(page: Page): Promise<Place[]> {
  return page.evaluate(findPlaces, lasting);
}
