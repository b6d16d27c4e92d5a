import { describe, expect, it } from 'vitest';
import { english } from '../messages/english.ts';
import type { Item } from './item.ts';
import { describeOptionFaults, readBankOptions } from './option-faults.ts';

const bank = { items: ['one', 'two', 'three'].map((id) => ({ id })) as Item[] };

function faultsOf(query: string): string[] {
  const speaks = (language: string) => language === 'en';
  const { faults } = readBankOptions(new URLSearchParams(query), bank, { speaks });
  return faults === null ? [] : describeOptionFaults(faults, bank, english.say);
}

describe('what can’t be followed of the options of a bank', () => {
  it.each(['', 'items=one,two,&draw=2', 'lang=en&pass=70&order=shuffled', 'draw=3'])(
    'is nothing of %j',
    (query) => {
      expect(faultsOf(query)).toEqual([]);
    },
  );

  it.each([
    ['pass=80%25', 'The option “pass” can’t be “80%”. Write a whole number from 1 to 100.'],
    ['draw=4', 'The option “draw” can’t be “4”. Write a whole number from 1 to the number of'],
    ['items=one&draw=2', 'The option “draw” can’t be “2”'],
    ['lang=tlh', 'The option “lang” can’t be “tlh”. Write the tag of a language'],
    ['items=one,four', 'This bank has no question “four”. It has: one, two, three.'],
    ['mark=70', 'There is no option “mark”. There are: items, draw,'],
  ])('is named with its mend: %s', (query, words) => {
    const faults = faultsOf(query);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(words);
  });
});
