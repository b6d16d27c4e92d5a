import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDiff, type WordRun } from './word-diff.ts';

const signs = { same: '=', 'only-left': '-', 'only-right': '+' } as const;

function told(left: string, right: string): string[] {
  return wordDiff(left, right).map(({ kind, text }) => `${signs[kind]}${text}`);
}

function side(runs: readonly WordRun[], other: WordRun['kind']): string {
  return runs
    .filter(({ kind }) => kind !== other)
    .map(({ text }) => text)
    .join(' ');
}

describe('wordDiff', () => {
  it.each<[string, string, string, string[]]>([
    ['equal texts', 'Roads were closed.', 'Roads were closed.', ['=Roads were closed.']],
    [
      'a figure',
      'Some 480,000 homes',
      'Some 500,000 homes',
      ['=Some', '-480,000', '+500,000', '=homes'],
    ],
    ['quotation marks', 'called “firm”.', 'called "firm".', ['=called', '-“firm”.', '+"firm".']],
    ['a stop', 'They left.', 'They left', ['=They', '-left.', '+left']],
    ['words put in', 'They left.', 'They all left.', ['=They', '+all', '=left.']],
    ['words cut', 'They all left.', 'They left.', ['=They', '-all', '=left.']],
    ['nothing in common', 'One two', 'three', ['-One two', '+three']],
    ['a text and none', 'One two', '', ['-One two']],
    ['no texts', '', '', []],
  ])('tells %s', (_what, left, right, runs) => {
    expect(told(left, right)).toEqual(runs);
  });

  it('loses no word of either text', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c.', '“d”'), { maxLength: 12 });
    fc.assert(
      fc.property(words, words, (one, other) => {
        const runs = wordDiff(one.join(' '), other.join(' '));
        expect(side(runs, 'only-right')).toBe(one.join(' '));
        expect(side(runs, 'only-left')).toBe(other.join(' '));
      }),
    );
  });
});
