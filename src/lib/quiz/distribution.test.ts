import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optionDistribution, writtenDistribution } from './distribution.ts';

const options = ['a', 'b', 'c'].map((id) => ({
  id,
  label: `Option ${id}`,
  isKey: id === 'b',
  trap: null,
}));
const written = (...texts: readonly string[]) =>
  writtenDistribution(
    texts.map((text) => ({ written: text, label: text, isKey: text === 'Rain' })),
  );

describe('the distribution over options', () => {
  it('keeps their order and those that nobody chose', () => {
    const { n, counts, other } = optionDistribution(options, [['c'], ['b'], ['c']]);
    expect([n, other]).toEqual([3, 0]);
    expect(counts.map(({ id, count, isKey }) => [id, count, isKey])).toEqual([
      ['a', 0, false],
      ['b', 1, true],
      ['c', 2, false],
    ]);
  });

  it('counts one answer at each option that it chose', () => {
    const { n, counts } = optionDistribution(options, [['a', 'b'], ['b']]);
    expect(n).toBe(2);
    expect(counts.map(({ count }) => count)).toEqual([1, 2, 0]);
  });

  it('counts an id that is no option nowhere', () => {
    expect(optionDistribution(options, [['z']]).counts.every(({ count }) => count === 0)).toBe(
      true,
    );
  });
});

describe('the distribution of written answers', () => {
  it('counts answers alike whatever their case and blanks, by their most frequent spelling', () => {
    const { counts } = written('rain', 'Rain', ' Rain ', 'Rain');
    expect(counts).toEqual([{ id: 'rain', label: 'Rain', count: 4, isKey: true }]);
  });

  it('shows none that was given only once', () => {
    const { n, counts, other } = written('Rain', 'Rain', 'a name', 'another');
    expect(counts.map(({ label }) => label)).toEqual(['Rain']);
    expect([n, other]).toEqual([4, 2]);
  });

  it('shows eight at most', () => {
    const texts = [...'abcdefghij'].flatMap((text) => [text, text]);
    const { counts, other } = written(...texts);
    expect([counts.length, other]).toEqual([8, 4]);
  });

  it('loses no answer', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'A', 'b', 'c ', 'd', 'e')), (texts) => {
        const { n, counts, other } = written(...texts);
        expect(n).toBe(texts.length);
        expect(counts.reduce((sum, { count }) => sum + count, other)).toBe(n);
      }),
    );
  });
});
