import { describe, expect, it } from 'vitest';
import { english } from '../../messages/english.ts';
import type { ItemId } from '../../quiz/ids.ts';
import { buildQuery, pickItems, readBuild } from './read-build.ts';

const itemIds = ['a', 'b', 'c', 'd'] as ItemId[];
const items = itemIds.map((id) => ({ id, stem: `Stem ${id}` }));

function read(query: string) {
  const rules = { itemIds, languages: ['en'], say: english.say };
  return readBuild(new URLSearchParams(query), rules);
}

/** The list as it stands in the form: chosen questions in capitals, with what asks one earlier. */
function shown(query: string): [string, string | null][] {
  return pickItems(items, read(query).choices).map(({ earlier, id, isChosen }) => [
    isChosen ? id.toUpperCase() : id,
    earlier && new URLSearchParams(earlier).get('items'),
  ]);
}

describe('the form of the builder’s page', () => {
  it('means all questions where every one is ticked, in their order', () => {
    const { choices, faults } = read('sent=1&items=a&items=b&items=c&items=d&draw=4&kind=lti');
    expect(faults).toEqual([]);
    expect(choices.options).toMatchObject({ items: null, draw: null });
    expect(buildQuery(choices)).toBe('?kind=lti');
  });

  it('is read alike from boxes and from an address', () => {
    const boxes = read('sent=1&items=c&items=a&pass=80');
    const address = read('items=c,a&pass=80');
    expect(boxes.choices).toEqual(address.choices);
    expect(buildQuery(boxes.choices)).toBe('?kind=iframe&items=c,a&pass=80');
  });

  it('keeps what it can’t follow as it was entered, and follows the rest', () => {
    const { choices, entered, faults } = read('items=a,z&pass=200&theme=dark');
    expect(faults.map(({ field }) => field)).toEqual(['items', 'pass']);
    expect(entered.pass).toBe('200');
    expect(choices.options).toMatchObject({ items: ['a'], passPercent: null, theme: 'dark' });
  });

  it('names faults in the order in which its fields stand', () => {
    const { faults } = read('sent=1&kind=fax&order=x&draw=0&pass=0&lang=tlh&accent=red&theme=pink');
    const fields = ['kind', 'items', 'order', 'draw', 'pass', 'lang', 'accent', 'theme'];
    expect(faults.map(({ field }) => field)).toEqual(fields);
  });
});

describe('the list of questions', () => {
  it('keeps the bank’s order where the chosen ones do', () => {
    expect(shown('items=a,c')).toEqual([
      ['A', null],
      ['b', null],
      ['C', 'c,a'],
      ['d', null],
    ]);
  });

  it('puts the chosen ones first where they stand otherwise', () => {
    expect(shown('items=d,a,b')).toEqual([
      ['D', null],
      ['A', 'a,d,b'],
      ['B', 'd,b,a'],
      ['c', null],
    ]);
  });

  it('is left as it was sent where no question is ticked', () => {
    expect(read('sent=1&draw=3').faults.map(({ field }) => field)).toEqual(['items']);
    expect(shown('sent=1')).toEqual(itemIds.map((id) => [id, null]));
  });

  it('offers no move where each attempt has an order of its own', () => {
    expect(shown('order=shuffled').map(([, earlier]) => earlier)).toEqual([null, null, null, null]);
  });
});
