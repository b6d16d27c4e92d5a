import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalForm } from './normal-form.ts';
import { distinctLength, isWhole, readSourceText, sentencesIn } from './source-text.ts';

const text = readSourceText(`Storm leaves the valley dark

Shares fell 5. 3% on Monday. “It was dark,” she said. alibaba-like names begin small. Is it over? Yes!

  • First point: lamps were lit. More came.
| Village |
Hours |
| Upper Ford |
11 hours |
1) Who paid?
Q2: Who came?
Next`);

function wholeness(quotation: string): boolean {
  const start = text.normal.indexOf(quotation);
  expect(start).toBeGreaterThanOrEqual(0);
  return isWhole(text, { start, end: start + quotation.length });
}

describe('readSourceText', () => {
  it('brings the whole text into normal form, whatever its line ends', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'é', ' ', '\t', '\n', '\r\n', '\r')), (parts) => {
        const raw = parts.join('');
        expect(readSourceText(raw).normal).toBe(normalForm(raw));
      }),
    );
  });

  it('remembers where the printed lines are', () => {
    const lines = text.lines.map(({ start, end }) => text.normal.slice(start, end));
    expect(lines).toHaveLength(10);
    expect(lines[0]).toBe('Storm leaves the valley dark');
    expect(lines[2]).toBe('• First point: lamps were lit. More came.');
    expect(lines.join(' ')).toBe(text.normal);
  });

  it('counts what is printed twice once', () => {
    const once = readSourceText('One line.\nAnother.');
    const twice = readSourceText('One line.\nAnother.\n\nOne line.\nAnother.');
    expect(distinctLength(twice)).toBe(distinctLength(once));
  });
});

describe('sentencesIn', () => {
  it('ends sentences at their stops and at line ends, but not inside an oddly printed figure', () => {
    const sentences = sentencesIn(text).map(({ start, end }) => text.normal.slice(start, end));
    expect(sentences.slice(0, 6)).toEqual([
      'Storm leaves the valley dark',
      'Shares fell 5. 3% on Monday.',
      '“It was dark,” she said.',
      'alibaba-like names begin small.',
      'Is it over?',
      'Yes!',
    ]);
  });
});

describe('isWhole', () => {
  it.each([
    ['a sentence', 'Shares fell 5. 3% on Monday.'],
    ['two sentences', '“It was dark,” she said. alibaba-like names begin small.'],
    ['a sentence whose first word is written small', 'alibaba-like names begin small.'],
    ['a heading', 'Storm leaves the valley dark'],
    ['a list entry with its bullet', '• First point: lamps were lit.'],
    ['a list entry without its bullet', 'First point: lamps were lit.'],
    ['a table row over several lines', '| Upper Ford | 11 hours |'],
    ['a table row without its outer bars', 'Upper Ford | 11 hours'],
    ['a numbered question without its number', 'Who paid?'],
    ['a lettered question without its letter', 'Who came?'],
  ])('accepts %s', (_what, quotation) => {
    expect(wholeness(quotation)).toBe(true);
  });

  it.each([
    ['a beginning left out', 'fell 5. 3% on Monday.'],
    ['an end left out', 'Shares fell 5. 3% on'],
    ['a figure cut in two at its stop', '3% on Monday.'],
    ['an end at the stop inside a figure', 'Shares fell 5.'],
    ['half a cell of a table', 'Ford | 11 hours |'],
  ])('refuses %s', (_what, quotation) => {
    expect(wholeness(quotation)).toBe(false);
  });
});
