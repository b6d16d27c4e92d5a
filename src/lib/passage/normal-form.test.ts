import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalForm } from './normal-form.ts';

describe('normalForm', () => {
  it.each([
    ['line ends', 'one\r\ntwo\n\nthree', 'one two three'],
    ['tabs and runs of spaces', '\tone \t two  ', 'one two'],
    ['no-break and thin spaces', '5\u00A0%\u2009of\u202Fall', '5 % of all'],
    ['a byte order mark', '\uFEFFone', 'one'],
    ['letters written with a combining accent', 'cafe\u0301', 'café'],
  ])('evens %s', (_what, text, even) => {
    expect(normalForm(text)).toBe(even);
  });

  it.each([
    ['curly and straight quotation marks', '“new” "new" ’s \'s'],
    ['dashes', 'Wisconsin–Madison — well-known'],
    ['odd spacing inside a figure', 'as much as 5. 3% and R& D'],
    ['ligatures and full-width signs', 'ﬁnal ５３％'],
  ])('keeps %s as printed', (_what, text) => {
    expect(normalForm(text)).toBe(text);
  });

  it('changes nothing of a text that is in normal form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const normal = normalForm(text);
        expect(normalForm(normal)).toBe(normal);
      }),
    );
  });
});
