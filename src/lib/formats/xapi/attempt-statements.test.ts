import { describe, expect, it } from 'vitest';
import { judgedStatement } from './attempt-statements.ts';

const attempt = {
  origin: 'https://quiz.example',
  attemptId: 'att_a',
  pseudonym: 'learner',
  bank: { id: 'storm', title: 'The storm', summary: 'Two reports.', language: 'en' },
};

function verbOf(points: number, maxPoints: number, passPercent: number): string {
  const outcome = { points, maxPoints, correct: false };
  return judgedStatement(attempt, outcome, passPercent, 0).verb.id.replace(/^.*\//, '');
}

describe('a judged attempt', () => {
  it.each([
    [29, 50, 58, 'passed'],
    [57, 100, 57, 'passed'],
    [29, 100, 29, 'passed'],
    [0.1 + 0.7, 1, 80, 'passed'],
    [7, 10, 71, 'failed'],
    [69_996, 100_000, 70, 'failed'],
  ])('of %d of %d points, with a mark at %d percent, is %s', (points, maxPoints, mark, verb) => {
    expect(verbOf(points, maxPoints, mark)).toBe(verb);
  });
});
