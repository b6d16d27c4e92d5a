import { describe, expect, it } from 'vitest';
import { leaningVerdict } from './verdict-balance.ts';

describe('a verdict that is right most of the time', () => {
  it.each<[string, string | null]>([
    ['sss', null],
    ['ssss', 's'],
    ['rsss', 's'],
    ['rrss', null],
    ['srrrrr', 'r'],
    ['sssrr', null],
  ])('of %s is %s', (verdicts, leaning) => {
    expect(leaningVerdict([...verdicts])?.verdict ?? null).toBe(leaning);
  });
});
