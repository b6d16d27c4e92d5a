import { describe, expect, it } from 'vitest';
import { gradeOf, outcomeOf } from './outcome.ts';

describe('outcomeOf', () => {
  it.each([
    [1, { points: 1, maxPoints: 1, correct: true }],
    [0.25, { points: 0.25, maxPoints: 1, correct: false }],
    [-1, { points: 0, maxPoints: 1, correct: false }],
    [7, { points: 1, maxPoints: 1, correct: true }],
    [NaN, { points: 0, maxPoints: 1, correct: false }],
    [Infinity, { points: 0, maxPoints: 1, correct: false }],
  ])('holds a share of %d within its bounds', (share, outcome) => {
    expect(outcomeOf(share)).toEqual(outcome);
  });

  it('is spoken of as right, partly right or not right', () => {
    expect([1, 0.5, 0].map((share) => gradeOf(outcomeOf(share, 2)))).toEqual([
      'right',
      'partly',
      'wrong',
    ]);
  });
});
