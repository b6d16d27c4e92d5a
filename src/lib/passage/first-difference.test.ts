import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDifference } from './first-difference.ts';

describe('firstDifference', () => {
  it.each([
    ['a letter', 'Zhou Hoa came', 'Zhou Hao came', 'Hoa', 'Hao'],
    ['a quotation mark', 'the "new" one', 'the “new” one', '"new"', '“new”'],
    ['a space inside a figure', 'fell 5.3% today', 'fell 5. 3% today', '5.3%', '5. 3%'],
    ['the first word', 'A storm came', 'The storm came', 'A', 'The'],
    ['a word left out', 'they came home', 'they all came home', 'came', 'all came'],
  ])('names whole words where %s differs', (_what, written, printed, here, there) => {
    expect(firstDifference(written, printed)).toEqual({ written: here, printed: there });
  });

  it('gives null exactly for texts that are the same', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ') });
    fc.assert(
      fc.property(words, words, (one, other) => {
        expect(firstDifference(one, other) === null).toBe(one === other);
        expect(firstDifference(one, one)).toBeNull();
      }),
    );
  });
});
