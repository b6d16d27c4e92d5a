import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf, stretchesOf } from './stretch.ts';

const text = 'One stands here. Two stands there. Three is far. Four ends it.';
const placed = (exact: string) => ({ start: text.indexOf(exact), exact });

describe('stretches of a source', () => {
  it('stand in the order of the source, with what lies between left out', () => {
    const stretches = stretchesOf([placed('Four ends it.'), placed('One stands here.')]);
    expect(stretches.map(({ start, text: covered }) => [start, covered])).toEqual([
      [0, 'One stands here.'],
      [text.indexOf('Four'), 'Four ends it.'],
    ]);
  });

  it('join passages that follow, overlap or hold one another', () => {
    const all = [
      placed('Two stands there. Three is far.'),
      placed('One stands here.'),
      placed('stands there.'),
      placed('there. Three'),
    ];
    const [stretch, ...more] = stretchesOf(all);
    expect(more).toEqual([]);
    expect(stretch?.text).toBe('One stands here. Two stands there. Three is far.');
    expect(stretch?.passages).toHaveLength(4);
  });

  it('are always the very text of the source', () => {
    const words = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
      start: index,
      end: index + word.length,
    }));
    const span = fc.tuple(fc.nat(words.length - 1), fc.nat(5)).map(([first, more]) => {
      const start = words[first]?.start ?? 0;
      const end = words[Math.min(first + more, words.length - 1)]?.end ?? text.length;
      return { start, exact: text.slice(start, end) };
    });
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
        const stretches = stretchesOf(spans);
        for (const stretch of stretches) {
          expect(stretch.text).toBe(text.slice(stretch.start, stretch.end));
        }
        expect(stretches.flatMap(({ passages }) => passages)).toHaveLength(spans.length);
      }),
    );
  });
});

describe('pieces', () => {
  it('tell quoted and marked words apart, and joined are the text', () => {
    const start = text.indexOf('Two');
    const pieces = piecesOf(
      text,
      { start: 0, end: text.length },
      {
        marks: [{ start: text.indexOf('there'), end: text.indexOf('there') + 5 }],
        passages: [{ start, exact: 'Two stands there.' }],
      },
    );
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter(({ quoted }) => quoted).map((piece) => piece.text)).toEqual([
      'Two stands ',
      'there',
      '.',
    ]);
    expect(pieces.filter(({ marked }) => marked).map((piece) => piece.text)).toEqual(['there']);
    expect(pieces.find((piece) => piece.start !== null)?.start).toBe(start);
  });
});
