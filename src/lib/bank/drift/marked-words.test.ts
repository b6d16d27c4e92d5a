import { describe, expect, it } from 'vitest';
import { keepsMarkedWords } from './marked-words.ts';

/** A passage from a text with == around its marked words. */
function passageOf(written: string) {
  const pieces = written.split('==');
  let exact = '';
  const marks = pieces.flatMap((piece, index) => {
    const start = exact.length;
    exact += piece;
    return index % 2 === 1 ? [{ start, end: exact.length }] : [];
  });
  return { exact, marks };
}

describe('keepsMarkedWords', () => {
  it.each<[string, string, string]>([
    ['other words around them', 'It rose ==by 5.3 %== in May.', 'In May, it rose by 5.3 % there.'],
    ['another capital', 'Some left, ==the rest stayed==.', 'The rest stayed.'],
    ['other quotation marks', 'A ==“firm” plan==.', 'A "firm" plan, they said.'],
    ['another apostrophe', 'It ==hasn’t ended==.', "It hasn't ended yet."],
    ['another stop behind them', 'It rose ==to 4.2==.', 'It rose to 4.2, then fell.'],
    [
      'two runs apart',
      '==Crews== will be ==on their way==.',
      'On their way are the crews; crews rest.',
    ],
    ['a mark inside a word', 'A rise of ==40==% in May.', 'In May a rise of 40% came.'],
    ['nothing marked, and quotation marks changed', 'A “firm” plan.', 'A "firm" plan.'],
  ])('is content with %s', (_what, written, now) => {
    expect(keepsMarkedWords(passageOf(written), now)).toBe(true);
  });

  it.each<[string, string, string]>([
    ['another figure', 'It rose ==by 5.3 %==.', 'It rose by 5.4 %.'],
    ['another sign in a figure', 'Some ==1,200== left.', 'Some 1.200 left.'],
    ['a minus', 'A change of ==5 %==.', 'A change of -5 %.'],
    ['another unit at a mark inside a word', 'It cost ==40==m.', 'It cost 40bn.'],
    ['a word between them', 'The ==school opens==.', 'The school hardly opens.'],
    ['one run of two lost', '==Crews== are ==on their way==.', 'Crews are waiting.'],
    ['a gap between them', '==It fell. It rose.==', 'It fell. […] It rose.'],
    ['nothing marked, and a word changed', 'A firm plan.', 'A vague plan.'],
  ])('misses them with %s', (_what, written, now) => {
    expect(keepsMarkedWords(passageOf(written), now)).toBe(false);
  });
});
