import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemToQuestion } from '../../src/lib/formats/travel/question-of-item.ts';
import { writeItem } from '../../src/lib/formats/travel/qti3/write-item.ts';
import { rulesFor } from '../../src/lib/item-types/rules.ts';
import { english } from '../../src/lib/messages/english.ts';
import type { Item } from '../../src/lib/quiz/item.ts';
import { everyResponse } from '../formats/travel/every-response.ts';
import { sampleItems } from '../formats/travel/sample-items.ts';
import { makeItem } from '../items/make-item.ts';
import { openBrowser } from './chromium.ts';
import { openQtiPlayer, type QtiPlayer } from './qti-player.ts';

const { say } = english;
const xmlOf = (item: Item) => writeItem(itemToQuestion(item, { sources: new Map(), say }), say);

/** Decimals of points that the player keeps. */
const kept = 3;

let browser: Browser;
let player: QtiPlayer;
beforeAll(async () => {
  browser = await openBrowser();
  player = await openQtiPlayer(browser);
});
afterAll(() => browser.close());

describe('a player of QTI by other hands', async () => {
  const items = await sampleItems();

  it.each(items)('gives every response to $id the points that we give', async (item) => {
    const twins = everyResponse(item);
    const outcomes = await player.answer(
      xmlOf(item),
      twins.map(({ qti }) => qti),
    );
    const rules = rulesFor(item);
    twins.forEach(({ ours, qti }, index) => {
      const { maxPoints, points } = rules.score(item, ours);
      const { MAXSCORE, SCORE } = outcomes[index]?.outcomes ?? {};
      expect.soft(Number(MAXSCORE), JSON.stringify(qti)).toBe(maxPoints);
      expect.soft(Number(SCORE), JSON.stringify(qti)).toBe(Number(points.toFixed(kept)));
    });
    expect(player.complaints()).toEqual([]);
  });

  const shownFor = async (item: Item, response: Readonly<Record<string, string | string[]>>) =>
    (await player.answer(xmlOf(item), [response]))[0]?.shown;

  it.each<[string, Item, Readonly<Record<string, string | string[]>>, string[]]>([
    ['a chosen option', makeItem('single-choice'), { RESPONSE: 'a' }, ['a', 'why']],
    [
      'each chosen option',
      makeItem('multiple-response'),
      { RESPONSE: ['b', 'e'] },
      ['b', 'e', 'why'],
    ],
    ['a wrong verdict', makeItem('verdict'), { RESPONSE: 'supported' }, ['supported', 'why']],
    ['an expected number', makeItem('numeric'), { RESPONSE: '0.14' }, ['wrong-1', 'why']],
    ['an expected text', makeItem('text-entry'), { RESPONSE: 'ZqThree' }, ['wrong-1', 'why']],
    ['entries out of place', makeItem('order'), { RESPONSE: ['a', 'c', 'b'] }, ['b', 'c', 'why']],
    [
      'left texts without their match',
      makeItem('match'),
      { RESPONSE: ['left-a right-a', 'left-b right-c', 'left-c right-b'] },
      ['b', 'c', 'why'],
    ],
    ['a pick that proves nothing', makeItem('evidence-select'), { RESPONSE: ['b'] }, ['b', 'why']],
    ['nothing beside a proof', makeItem('evidence-select'), { RESPONSE: ['a'] }, ['why']],
    [
      'a wrong verdict and half a proof',
      makeItem('verdict-with-evidence'),
      { RESPONSE: 'refuted', EVIDENCE: ['a', 'b'] },
      ['refuted', 'a', 'b', 'why'],
    ],
  ])('speaks to %s, and then says why', async (_what, item, response, shown) => {
    expect(await shownFor(item, response)).toEqual(shown);
  });
});
