import { expect, it } from 'vitest';
import { countOf } from './count-of.ts';

it('names one thing and several things as a reader would', () => {
  expect([0, 1, 2].map((count) => countOf(count, 'question'))).toEqual([
    '0 questions',
    '1 question',
    '2 questions',
  ]);
  expect(countOf(3, 'quiz', 'quizzes')).toBe('3 quizzes');
});
