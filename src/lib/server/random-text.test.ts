import { describe, expect, it } from 'vitest';
import { randomText } from './random-text.ts';

describe('randomText', () => {
  it('has the length asked for and only base32 signs', () => {
    expect(randomText(26)).toMatch(/^[a-z2-7]{26}$/);
  });

  it('does not repeat itself', () => {
    const texts = new Set(Array.from({ length: 1000 }, () => randomText(26)));
    expect(texts.size).toBe(1000);
  });
});
