import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber } from './read-number.ts';

describe('readNumber', () => {
  it.each<[string, number[], string]>([
    ['5.3', [5.3], ''],
    ['5.3 %', [5.3], '%'],
    ['5,3%', [5.3], '%'],
    ['5.3 percent', [5.3], 'percent'],
    ['5.3percent', [5.3], 'percent'],
    ['5.3 per cent', [5.3], 'per cent'],
    ['% 5.3', [5.3], '%'],
    ['−0.14', [-0.14], ''],
    ['–0.14', [-0.14], ''],
    ['-0.14', [-0.14], ''],
    ['- 0.14', [-0.14], ''],
    ['﹣0.14', [-0.14], ''],
    ['－０．１４', [-0.14], ''],
    ['+5.3', [5.3], ''],
    ['+ 5.3', [5.3], ''],
    ['５．３％', [5.3], '%'],
    ['  5.3  ', [5.3], ''],
    ['5.30', [5.3], ''],
    ['.5', [0.5], ''],
    [',5', [0.5], ''],
    ['0', [0], ''],
    ['480000', [480000], ''],
    ['480 000', [480000], ''],
    ['480\u00a0000', [480000], ''],
    ['480\u202f000', [480000], ''],
    ["480'000", [480000], ''],
    ['480’000', [480000], ''],
    ['1,200', [1200, 1.2], ''],
    ['1.200', [1200, 1.2], ''],
    ['1,200,000', [1200000], ''],
    ['1.200.000', [1200000], ''],
    ['1,200,000.5', [1200000.5], ''],
    ['1.200.000,5', [1200000.5], ''],
    ['1 200 000', [1200000], ''],
    ['1.2 million', [1200000], ''],
    ['1.2 million people', [1200000], 'people'],
    ['1.2m', [1200000], ''],
    ['480k', [480000], ''],
    ['480 thousand households', [480000], 'households'],
    ['2 bn', [2000000000], ''],
    ['$135.40', [135.4], '$'],
    ['135.40 $', [135.4], '$'],
    ['-$3', [-3], '$'],
    ['1e3', [1000], ''],
    ['1.5e-2', [0.015], ''],
  ])('reads %j', (text, readings, unit) => {
    expect(readNumber(text)).toEqual({ readings, unit });
  });

  it.each([
    '',
    ' ',
    'abc',
    '%',
    '-',
    '5.3.4',
    '1,2,3',
    '12,34,567',
    '5 3',
    '5.3 or 5.4',
    '5-6',
    '1/2',
    '1e999',
    'Infinity',
    'NaN',
    '٥',
  ])('does not read %j', (text) => {
    expect(readNumber(text)).toBeNull();
  });

  it('never throws, and gives finite numbers only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const readings = readNumber(text)?.readings ?? [];
        expect(readings.every(Number.isFinite)).toBe(true);
      }),
    );
  });

  it('reads back every number that is written plainly', () => {
    const numbers = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((n) => n / 1000);
    fc.assert(
      fc.property(numbers, (number) => {
        expect(readNumber(String(number))?.readings).toContain(number);
      }),
    );
  });
});
