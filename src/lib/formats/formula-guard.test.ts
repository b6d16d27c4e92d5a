import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import hostileNames from '../../../tests/fixtures/hostile-names.json' with { type: 'json' };
import { isHarmless, lineBreaks, signsOfFormulas } from '../../../tests/formats/spreadsheet.ts';
import { exportableText, guardFormula, isFormulaLike } from './formula-guard.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(
      ...signsOfFormulas,
      ...lineBreaks,
      ' ',
      '\0',
      '\u200B',
      '\uFEFF',
      '\u202E',
      "'",
      'a',
    ),
  }),
);

describe('guardFormula', () => {
  it('leaves nothing that a spreadsheet could run', () => {
    const text = fc.oneof(anyText, fc.constantFrom(...hostileNames));
    fc.assert(
      fc.property(text, (given) => {
        const cell = guardFormula(given);
        expect(isHarmless(cell), JSON.stringify(cell)).toBe(true);
        expect(cell.isWellFormed()).toBe(true);
        expect(cell).not.toMatch(/(?![\t\r\n])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u);
      }),
      { numRuns: 3000 },
    );
  });

  it('does no more than put a sign before what is harmful', () => {
    fc.assert(
      fc.property(anyText, (given) => {
        const plain = exportableText(given);
        expect(guardFormula(given)).toBe(isHarmless(plain) ? plain : `'${plain}`);
      }),
    );
  });

  it.each([
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ['  =1', "'  =1"],
    ['\0=1', "'=1"],
    ['＝1', "'＝1"],
    ['\u202E=1', "'=1"],
    ['\tLearner 01', "'\tLearner 01"],
    ['Learner = 01', 'Learner = 01'],
    ['Learner\0 01', 'Learner 01'],
    ['Learner \u202E01', 'Learner 01'],
    ["'=1", "'=1"],
    ['\uD800', '\uFFFD'],
    ['', ''],
  ])('makes of %j %j', (text, cell) => {
    expect(guardFormula(text)).toBe(cell);
  });

  it('meets many hostile names, harmful and harmless', () => {
    expect(hostileNames.length).toBeGreaterThanOrEqual(80);
    const harmful = hostileNames.filter((name) => !isHarmless(exportableText(name)));
    expect(harmful.length).toBeGreaterThan(50);
    expect(harmful.length).toBeLessThan(hostileNames.length);
    expect(harmful.map(exportableText).every(isFormulaLike)).toBe(true);
  });
});
