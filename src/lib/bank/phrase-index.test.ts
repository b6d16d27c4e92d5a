import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../passage/words.ts';
import { indexPhrases } from './phrase-index.ts';

describe('indexPhrases', () => {
  const find = indexPhrases(['Roads were closed, they said.', 'Were roads closed?', '']);

  it('finds whole words in their order, whatever case and punctuation', () => {
    expect(find('roads were CLOSED')).toEqual([0]);
    expect(find('closed')).toEqual([0, 1]);
    expect(find('close')).toEqual([]);
  });

  it('finds nothing for a phrase without words', () => {
    expect(find('')).toEqual([]);
    expect(find('…!')).toEqual([]);
  });

  it('finds what a search of every text would find', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'B.')).map((all) => all.join(' '));
    fc.assert(
      fc.property(fc.array(words), words, (texts, phrase) => {
        const sought = ` ${wordsOf(phrase).join(' ')} `;
        const expected = [...texts.keys()].filter((position) =>
          ` ${wordsOf(texts[position] ?? '').join(' ')} `.includes(sought),
        );
        if (sought.trim() !== '') expect(indexPhrases(texts)(phrase)).toEqual(expected);
      }),
    );
  });
});
