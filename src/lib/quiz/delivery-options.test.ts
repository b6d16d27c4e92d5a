import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chooseItems,
  plainDelivery,
  readDeliveryOptions,
  writeDeliveryOptions,
  type OptionName,
} from './delivery-options.ts';
import type { ItemId } from './ids.ts';

const ids = (...names: string[]) => names as ItemId[];

function read(query: string) {
  const fields = new URLSearchParams(query);
  return readDeliveryOptions((name) => fields.get(name));
}

describe('options of a delivery', () => {
  it('are plain where nothing is given', () => {
    expect(read('')).toEqual({ options: plainDelivery, faults: [] });
    expect(writeDeliveryOptions(plainDelivery)).toEqual([]);
  });

  it('are read by the names they are written with', () => {
    const { options } = read(
      'items=one,two&draw=1&order=shuffled&pass=70&theme=dark&accent=%23AA0000&lang=pt-BR',
    );
    expect(options).toEqual({
      items: ['one', 'two'],
      draw: 1,
      order: 'shuffled',
      passPercent: 70,
      theme: 'dark',
      accent: 'aa0000',
      language: 'pt-BR',
    });
    expect(
      read(String(new URLSearchParams(writeDeliveryOptions(options).map((pair) => [...pair])))),
    ).toEqual({ options, faults: [] });
  });

  it.each<[OptionName, string]>([
    ['items', ','],
    ['items', 'one,Two'],
    ['items', '../one'],
    ['draw', '0'],
    ['draw', '1.5'],
    ['order', 'random'],
    ['pass', '101'],
    ['pass', '-1'],
    ['theme', 'sepia'],
    ['accent', 'red;}'],
    ['lang', 'x'],
  ])('name %s=%s as a fault and go on without it', (name, value) => {
    expect(read(String(new URLSearchParams({ [name]: value })))).toEqual({
      options: plainDelivery,
      faults: [{ name, value }],
    });
  });
});

it('a comma too many and an id twice are passed over', () => {
  expect(read('items=one,,two,one,')).toMatchObject({
    faults: [],
    options: { items: ['one', 'two'] },
  });
});

describe('the items of an attempt', () => {
  const bank = ids('a', 'b', 'c', 'd', 'e');

  it('are all, as the author put them', () => {
    expect(chooseItems(bank, plainDelivery, 'seed')).toEqual(bank);
  });

  it('are those chosen, in the builder’s order, without those that the bank has no more', () => {
    expect(chooseItems(bank, { ...plainDelivery, items: ids('d', 'gone', 'a') }, 'seed')).toEqual([
      'd',
      'a',
    ]);
  });

  it('are all where none of those chosen is left', () => {
    expect(chooseItems(bank, { ...plainDelivery, items: ids('gone') }, 'seed')).toEqual(bank);
  });

  it('are drawn by the seed, kept in order unless it is shuffled, and never twice', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        (seed, draw, mixed) => {
          const order = mixed ? 'shuffled' : 'given';
          const drawn = chooseItems(bank, { items: null, draw, order }, seed);
          expect(drawn).toHaveLength(Math.min(draw, bank.length));
          expect(new Set(drawn).size).toBe(drawn.length);
          expect(bank).toEqual(expect.arrayContaining(drawn));
          if (!mixed) expect(drawn).toEqual(bank.filter((id) => drawn.includes(id)));
          expect(chooseItems(bank, { items: null, draw, order }, seed)).toEqual(drawn);
        },
      ),
    );
  });
});
