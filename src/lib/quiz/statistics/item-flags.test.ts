import { expect, it } from 'vitest';
import { flagsOf, type ItemFlag, type ItemSigns } from './item-flags.ts';

const good: ItemSigns = {
  n: 60,
  facility: { low: 0.5, high: 0.7 },
  chance: 0.25,
  restR: { low: 0.1, high: 0.5 },
  distractors: [{ share: { low: 0.1, high: 0.3 }, restR: { low: -0.5, high: -0.1 } }],
  confidentWrong: { low: 0.02, high: 0.2 },
};
const unknown: ItemSigns = {
  n: 60,
  facility: null,
  chance: null,
  restR: null,
  distractors: [{ share: null, restR: null }],
  confidentWrong: null,
};
const distractor = (signs: Partial<ItemSigns['distractors'][number]>) => ({
  distractors: [...good.distractors, { share: null, restR: null, ...signs }],
});

it('a good item, and one of which nothing is known, have no flag', () => {
  expect([flagsOf(good), flagsOf(unknown)]).toEqual([[], []]);
});

it.each<[ItemFlag, string, Partial<ItemSigns>, Partial<ItemSigns>]>([
  [
    'key_suspect',
    'whose r lies below 0',
    { restR: { low: -0.5, high: -0.01 } },
    { restR: { low: -0.2, high: 0.3 } },
  ],
  [
    'key_suspect',
    'with a distractor that the best chose',
    distractor({ restR: { low: 0.01, high: 0.4 } }),
    distractor({ restR: { low: -0.01, high: 0.4 } }),
  ],
  [
    'ambiguous',
    'whose r lies below 0.2',
    { restR: { low: -0.1, high: 0.19 } },
    { restR: { low: -0.1, high: 0.21 } },
  ],
  [
    'too_easy',
    'whose facility lies above 0.9',
    { facility: { low: 0.91, high: 0.99 } },
    { facility: { low: 0.89, high: 0.99 } },
  ],
  [
    'too_hard',
    'whose facility lies below 0.3',
    { facility: { low: 0.1, high: 0.29 } },
    { facility: { low: 0.1, high: 0.31 } },
  ],
  [
    'too_hard',
    'whose facility lies below a high chance',
    { chance: 0.5, facility: { low: 0.3, high: 0.49 } },
    { chance: 0.25, facility: { low: 0.3, high: 0.49 } },
  ],
  [
    'dead_option',
    'with a distractor that fewer than 5 % choose',
    distractor({ share: { low: 0, high: 0.049 } }),
    distractor({ share: { low: 0, high: 0.051 } }),
  ],
  [
    'confident_wrong',
    'that more than one in ten got wrong with confidence',
    { confidentWrong: { low: 0.11, high: 0.3 } },
    { confidentWrong: { low: 0.09, high: 0.3 } },
  ],
  ['too_few', 'that fewer than 10 met', { n: 9 }, { n: 10 }],
])('%s: an item %s, and only where the whole interval does', (flag, _when, outside, within) => {
  expect(flagsOf({ ...good, ...outside })).toEqual([flag]);
  expect(flagsOf({ ...good, ...within })).toEqual([]);
});

it('what says little because it is easy, hard or keyed wrongly is not called ambiguous', () => {
  const restR = { low: -0.1, high: 0.1 };
  expect(flagsOf({ ...good, restR, facility: { low: 0.95, high: 1 } })).toEqual(['too_easy']);
  expect(flagsOf({ ...good, restR, facility: { low: 0, high: 0.1 } })).toEqual(['too_hard']);
  expect(flagsOf({ ...good, restR: { low: -0.4, high: -0.1 } })).toEqual(['key_suspect']);
});
