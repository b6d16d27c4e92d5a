import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPassage } from './find-passage.ts';

const article =
  'The valley is dark. Roads were closed. Crews came at noon. Schools reopen on Monday.';

describe('findPassage', () => {
  it('finds a passage by its exact characters', () => {
    expect(findPassage(article, 'Roads were closed.')).toEqual({ kind: 'found', start: 20 });
  });

  it.each(['roads were closed.', 'Roads were  closed.', 'Roads were closed!', ''])(
    'does not find “%s”, however near it is',
    (exact) => {
      expect(findPassage(article, exact)).toEqual({ kind: 'absent' });
    },
  );

  it('takes the first place in an article that is printed twice', () => {
    const twice = `${article} ${article}`;
    expect(findPassage(twice, 'Roads were closed.')).toEqual({ kind: 'found', start: 20 });
    expect(findPassage(twice, 'Schools reopen on Monday.')).toMatchObject({ kind: 'found' });
  });

  describe('where neighbours differ', () => {
    const text = `${article} The bridge is safe, the mayor said, and nobody need fear it. Roads were closed. ${'Buses run. '.repeat(9)}`;

    it('asks which place is meant', () => {
      expect(findPassage(text, 'Roads were closed.')).toEqual({ kind: 'ambiguous', count: 2 });
    });

    it('takes the place that was named', () => {
      const second = text.lastIndexOf('Roads');
      expect(findPassage(text, 'Roads were closed.', 1)).toEqual({ kind: 'found', start: 20 });
      expect(findPassage(text, 'Roads were closed.', 2)).toEqual({ kind: 'found', start: second });
    });

    it.each([0, 3])('asks again where place %i was named and is none', (occurrence) => {
      const found = findPassage(text, 'Roads were closed.', occurrence);
      expect(found).toEqual({ kind: 'ambiguous', count: 2 });
    });
  });

  it('gives a place at which the passage really stands', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 30 });
    fc.assert(
      fc.property(letters, letters, letters, (before, exact, after) => {
        const text = before + exact + after;
        const found = findPassage(text, exact);
        if (exact === '') expect(found.kind).toBe('absent');
        else expect(found.kind).not.toBe('absent');
        if (found.kind === 'found') expect(text.startsWith(exact, found.start)).toBe(true);
      }),
    );
  });
});
