import { describe, expect, it } from 'vitest';
import { readHtml } from './html-blocks.ts';

const signs = 600_000;

function plain(html: string): string {
  return readHtml(html)
    .blocks.map(({ text }) => text)
    .join(' | ');
}

describe('HTML as editors write it', () => {
  it('gives blocks with their marks and the pieces that have classes', () => {
    const { blocks, lost } = readHtml(
      '<p class="a">One <b>two <i>three</i></b> <span class="c d">four <em>five</em></span></p><ul><li>six</ul>seven<table><tr><td>eight',
    );
    expect(blocks).toEqual([
      {
        ...{ element: 'p', classes: ['a'], text: 'One two three four five' },
        marks: [{ start: 4, end: 13 }],
        pieces: [{ classes: ['c', 'd'], href: null, text: 'four five' }],
      },
      { element: 'li', classes: [], text: 'six', marks: [], pieces: [] },
      { element: 'p', classes: [], text: 'seven', marks: [], pieces: [] },
      { element: 'td', classes: [], text: 'eight', marks: [], pieces: [] },
    ]);
    expect(lost).toEqual(['the lines of a table']);
  });

  it.each([
    ['an image as long as a page', `a <img src="data:;base64,${'A'.repeat(9_000)}"> b`, 'a b'],
    ['a sign of greater in quotes', '<p title="a > b">c</p>', 'c'],
    ['an apostrophe in a value', "<p title=it's>so it's here</p>", "so it's here"],
    ['an accent beside its letter', '<p>re\u0301sume\u0301</p>', 'r\u00e9sum\u00e9'],
    ['Greek letters', '&alpha;&Omega;&sigma;&sigmaf;&Sigma;&Sigmaf;', 'αΩσςΣ&Sigmaf;'],
    ['a summary', '<details><summary>a</summary>b</details>', 'a | b'],
    ['a tag that never ends', 'a <b and c', 'a <b and c'],
    ['a tag in which another begins', 'a <b c="d" <i>e</i>', 'a <b c="d" e'],
    ['declarations', '<!DOCTYPE html><?xml version="1.0"?><![if x]>a<![endif]>', 'a'],
    ['a comment that never ends', 'a<!-- b', 'a'],
    ['what closes and is not open', 'a</b></p>b', 'a | b'],
  ])('reads %s', (_what, html, text) => {
    expect(plain(html)).toBe(text);
  });

  it('names struck words and embedded things', () => {
    expect(readHtml('<p><del>not</del> <s>so</s><embed src="a"></p>').lost).toEqual([
      'the line through struck words, which stand as they are now',
      'an embedded object',
    ]);
  });

  // Each of these takes hours where any part of the work grows with the square of the length.
  it.each(['<', '<a ', '<a "', '<a ="', '<a \'="', '<b>x', '<b>x</i>', '<p>', '<a b= '])(
    'reads %s to its end, however often it stands there',
    (piece) => {
      expect(Array.isArray(readHtml(piece.repeat(signs / piece.length)).blocks)).toBe(true);
    },
  );

  it('reads names as long as a book', () => {
    const name = `<${'a'.repeat(10_000)}`;
    expect(plain(name.repeat(100))).toHaveLength(name.length * 100);
  });
});
