import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '../../src/lib/messages/english.ts';
import { match } from '../../src/lib/item-types/match/match.ts';
import { markOrder } from '../../src/lib/item-types/order/mark-order.ts';
import { order } from '../../src/lib/item-types/order/order.ts';
import { seededRandom } from '../../src/lib/quiz/draw.ts';
import type { OptionId } from '../../src/lib/quiz/ids.ts';
import { fieldsOf, makeItem } from './make-item.ts';

const ids = (letters: string) => [...letters] as OptionId[];
const right = ids('abcd');

/** Every order of these letters. */
function permutations(letters: string): string[] {
  if (letters.length < 2) return [letters];
  return [...letters].flatMap((letter) =>
    permutations(letters.replace(letter, '')).map((rest) => letter + rest),
  );
}

describe('the marks of an order', () => {
  it.each<[string, string, number, number]>([
    ['the right order', 'abcd', 1, 1],
    ['two neighbours swapped', 'bacd', 0, 2 / 3],
    ['the last one first', 'dabc', 0, 0],
    ['the halves swapped', 'cdab', 0, 0],
    ['the reverse', 'dcba', 0, 0],
    ['an entry missing', 'abc', 0, 0],
    ['an entry twice', 'abca', 0, 0],
    ['a stranger among them', 'abcx', 0, 0],
  ])('%s', (_what, given, whole, each) => {
    expect(markOrder(right, ids(given), 'all').points).toBe(whole);
    expect(markOrder(right, ids(given), 'each').points).toBeCloseTo(each, 10);
  });

  it('stay within bounds, and give the whole point to the right order alone', () => {
    for (const given of permutations('abcd')) {
      const { points } = markOrder(right, ids(given), 'each');
      expect(points).toBeGreaterThanOrEqual(0);
      expect(points === 1).toBe(given === 'abcd');
    }
  });

  it('depend on how the entries stand to each other, not on their names', () => {
    const shuffled = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e'], { minLength: 5 });
    const rename = (letters: readonly string[]) =>
      letters.map((letter) => `${letter}1` as OptionId);
    fc.assert(
      fc.property(shuffled, shuffled, (one, other) => {
        const plain = markOrder(ids(one.join('')), ids(other.join('')), 'each').points;
        expect(markOrder(rename(one), rename(other), 'each').points).toBe(plain);
        expect(markOrder(ids(other.join('')), ids(one.join('')), 'each').points).toBe(plain);
      }),
    );
  });
});

describe('an order as it is sent', () => {
  const item = makeItem('order');
  const read = (record: Readonly<Record<string, readonly string[]>>) =>
    order.read(item, seededRandom('a'), fieldsOf(record), english.say);

  it.each<[string, Readonly<Record<string, readonly string[]>>, RegExp]>([
    ['no place', { place1: [''], place2: [''], place3: [''] }, /^Choose an answer first/],
    ['a place missing', { place1: ['1'], place2: ['2'], place3: [''] }, /^One entry has no place/],
    ['two places missing', { place1: ['1'] }, /^2 entries have no place/],
    ['a place doubled', { place1: ['1'], place2: ['2'], place3: ['2'] }, /^Place 2 is given twice/],
    ['a place too far', { place1: ['1'], place2: ['2'], place3: ['4'] }, /not one of this/],
    ['a field sent twice', { place1: ['1', '1'], place2: ['2'], place3: ['3'] }, /not one of this/],
    ['an entry too many', { place4: ['1'] }, /does not have/],
    ['10,000 characters', { place1: ['1'.repeat(10_000)] }, /not one of this/],
  ])('is refused with %s, in words', (_what, record, words) => {
    expect(read(record)).toMatchObject({
      ok: false,
      message: expect.stringMatching(words) as string,
    });
  });
});

describe('the marks of a match', () => {
  const each = makeItem('match');
  const all = makeItem('match', { score: 'all' });

  it.each<[string, string, number, number]>([
    ['every pair', 'abc', 1, 1],
    ['one pair', 'acb', 0, 1 / 3],
    ['none', 'bca', 0, 0],
    ['the same for every row', 'aaa', 0, 0],
    ['a row missing', 'ab', 0, 0],
    ['a stranger', 'abx', 0, 2 / 3],
  ])('%s', (_what, rights, whole, part) => {
    expect(match.score(all, { rights: ids(rights) }).points).toBe(whole);
    expect(match.score(each, { rights: ids(rights) }).points).toBeCloseTo(part, 10);
  });

  const read = (record: Readonly<Record<string, readonly string[]>>) =>
    match.read(each, seededRandom('a'), fieldsOf(record), english.say);

  it.each<[string, Readonly<Record<string, readonly string[]>>, RegExp]>([
    ['nothing', { match1: [''], match2: [''], match3: [''] }, /^Choose an answer first/],
    ['a row missing', { match1: ['1'], match2: ['2'], match3: [''] }, /^One row has no match/],
    ['a match doubled', { match1: ['1'], match2: ['1'], match3: ['2'] }, /is chosen twice/],
    ['a match that is not there', { match1: ['9'], match2: ['1'], match3: ['2'] }, /not one of/],
    ['a row too many', { match4: ['1'] }, /does not have/],
    ['a negative number', { match1: ['-1'], match2: ['1'], match3: ['2'] }, /not one of/],
  ])('are not given to %s: it is refused in words', (_what, record, words) => {
    expect(read(record)).toMatchObject({
      ok: false,
      message: expect.stringMatching(words) as string,
    });
  });

  it('are reviewed in the order in which their rows were shown', () => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const shown = match
        .deliver(each, seededRandom(seed), english.say)
        .lefts.map(({ text }) => text);
      const review = match.review(each, seededRandom(seed), { rights: ids('acb') }, english.say);
      expect(review.pairs.map(({ left }) => left)).toEqual(shown);
      expect(review.pairs.find(({ left }) => left === 'two')).toMatchObject({
        given: 'three by name',
        right: 'two by name',
      });
    }
  });

  it('name each wrong pair with its reply', () => {
    expect(match.account(each, { rights: ids('acb') }, english.say).misreadings).toMatchObject([
      { given: 'two: three by name', reply: 'zqreply1' },
      { given: 'three: two by name', reply: 'zqreply2' },
    ]);
  });
});
