import { describe, expect, it } from 'vitest';
import { nearestSentence } from './nearest-sentence.ts';
import { readSourceText } from './source-text.ts';

const text = readSourceText(
  'The valley\n\nSome 480,000 households were without power. Roads were closed. Crews came at noon.',
);

describe('nearestSentence', () => {
  it('finds the sentence that was copied with a slip', () => {
    const nearest = nearestSentence(text, 'Some 480.000 household were without power.');
    expect(nearest?.text).toBe('Some 480,000 households were without power.');
    expect(nearest?.likeness).toBeCloseTo(6 / 7);
  });

  it('compares as many sentences as the quotation has', () => {
    const nearest = nearestSentence(text, 'Roads were shut. Crews came at noon.');
    expect(nearest?.text).toBe('Roads were closed. Crews came at noon.');
  });

  it('gives null where no word is shared', () => {
    expect(nearestSentence(text, 'Ships sail.')).toBeNull();
    expect(nearestSentence(readSourceText(''), 'Ships sail.')).toBeNull();
  });
});
