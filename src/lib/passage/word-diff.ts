import { diffArrays } from 'diff';

/** A run of words that both texts have, or that only one of them has. */
export interface WordRun {
  readonly kind: 'same' | 'only-left' | 'only-right';
  /** The words as printed, punctuation included, a space between two. */
  readonly text: string;
}

/** The words of two texts in normal form, side by side: fewest changes, left before right. */
export function wordDiff(left: string, right: string): WordRun[] {
  return diffArrays(printedWords(left), printedWords(right)).map(({ value, added, removed }) => ({
    kind: removed ? 'only-left' : added ? 'only-right' : 'same',
    text: value.join(' '),
  }));
}

function printedWords(text: string): string[] {
  return text.split(' ').filter(Boolean);
}
