import { describe, expect, it } from 'vitest';
import { gradeOfAttempts, isReached, judge, percentOf, type AttemptStatus } from './grade.ts';

function attempt(points: number, status: AttemptStatus = 'completed', maxPoints = 10) {
  return { points, maxPoints, status, submittedAt: status === 'in_progress' ? null : 1000 };
}

/** Opened, and closed before anything was answered. */
const untouched = { ...attempt(0, 'closed_incomplete'), submittedAt: null };

describe('the grade of several attempts', () => {
  const [low, high, equal] = [attempt(4), attempt(8), attempt(8)];

  it.each([
    ['best', high, 80],
    ['first', low, 40],
    ['last', equal, 80],
    ['mean', null, 200 / 3],
  ] as const)('is by the rule “%s” that of the attempt that counts', (rule, counted, percent) => {
    const grade = gradeOfAttempts([low, high, equal], rule);
    expect(grade?.counted).toBe(counted);
    expect(grade?.percent).toBeCloseTo(percent, 10);
    expect(grade?.points).toBeCloseTo(percent / 10, 10);
  });

  it('is none while nothing is finished', () => {
    expect(gradeOfAttempts([], 'best')).toBeNull();
    expect(gradeOfAttempts([attempt(9, 'in_progress')], 'best')).toBeNull();
  });

  it('counts what was left unfinished once the assignment has closed', () => {
    const cut = attempt(9, 'closed_incomplete');
    expect(gradeOfAttempts([low, cut], 'best')?.counted).toBe(cut);
    expect(gradeOfAttempts([low, attempt(9, 'in_progress')], 'last')?.counted).toBe(low);
  });

  it.each([
    ['last', 80],
    ['mean', 60],
  ] as const)('is not lowered by “%s” where one more was opened only', (rule, percent) => {
    expect(gradeOfAttempts([low, high, untouched], rule)?.percent).toBe(percent);
  });

  it('is 0 where nothing was ever answered', () => {
    expect(gradeOfAttempts([untouched], 'last')?.percent).toBe(0);
  });

  it('takes percentages that were rounded apart for equal', () => {
    const first = attempt(0.3);
    expect(gradeOfAttempts([first, attempt(0.1 + 0.2)], 'best')?.counted).toBe(first);
  });

  it('is none where nothing could be earned, rather than 0', () => {
    const empty = attempt(0, 'completed', 0);
    expect(gradeOfAttempts([empty], 'best')).toBeNull();
    expect(gradeOfAttempts([empty, high], 'mean')?.percent).toBe(80);
  });

  it('reaches a mark however it was rounded on the way', () => {
    expect(isReached((100 * (0.1 + 0.7)) / 1, 80)).toBe(true);
    expect(isReached(79.99, 80)).toBe(false);
  });

  it('is a share of nothing where nothing could be earned', () => {
    expect(percentOf({ points: 0, maxPoints: 0 })).toBe(0);
  });
});

describe('an attempt beside a pass mark', () => {
  it.each([
    [7, 10, 70, true],
    [6.9, 10, 70, false],
    [2 / 3, 1, 66.66, true],
    [0, 0, 1, false],
  ])('%d of %d points, mark %d: %s', (points, maxPoints, passPercent, passed) => {
    expect(judge({ points, maxPoints }, passPercent)).toMatchObject({ passed, passPercent });
  });

  it('is not judged without one', () => {
    expect(judge({ points: 1, maxPoints: 1 }, null)).toBeNull();
  });
});
