import { describe, expect, it } from 'vitest';
import { isSlug } from '../passage/source.ts';
import { isAttemptId, optionIdAt } from './ids.ts';

describe('ids', () => {
  it.each(['a', 'outage-peak', 'q2', 'x'.repeat(64)])('takes %j for a slug', (text) => {
    expect(isSlug(text)).toBe(true);
  });

  it.each(['', '2q', '-a', 'A', 'a b', 'a/b', '..', 'é', 'x'.repeat(65), 'a\n'])(
    'takes %j for none',
    (text) => {
      expect(isSlug(text)).toBe(false);
    },
  );

  it('knows the form of an attempt’s id', () => {
    expect(isAttemptId(`att_${'a2'.repeat(13)}`)).toBe(true);
    expect(isAttemptId(`att_${'A2'.repeat(13)}`)).toBe(false);
    expect(isAttemptId('att_a')).toBe(false);
  });

  it('letters options by their authored place, and goes on after z', () => {
    expect([0, 1, 25, 26, 52].map(optionIdAt)).toEqual(['a', 'b', 'z', 'a1', 'a2']);
  });
});
