import { expect, it } from 'vitest';
import { asSentence } from './as-sentence.ts';

it.each([
  ['the notice gives a day.', 'The notice gives a day.'],
  ['eWEEK points to a gap.', 'eWEEK points to a gap.'],
  ['“about” leaves room.', '“About” leaves room.'],
  ['The notice.', 'The notice.'],
  ['480,123 is a count.', '480,123 is a count.'],
  ['é tarde.', 'É tarde.'],
  ['', ''],
])('%j stands as %j', (text, sentence) => {
  expect(asSentence(text, 'en')).toBe(sentence);
});

it('follows the language', () => {
  expect(asSentence('iki rapor.', 'tr')).toBe('İki rapor.');
});
