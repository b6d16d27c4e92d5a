import { expect, it } from 'vitest';
import { inQuotes } from './in-quotes.ts';

it.each([
  ['Until Tuesday', '“Until Tuesday”'],
  ['an earlier count it called “preliminary”', '“an earlier count it called ‘preliminary’”'],
  ['the council’s word', '“the council’s word”'],
])('puts %j between marks that are told apart from its own', (text, quoted) => {
  expect(inQuotes(text)).toBe(quoted);
});
