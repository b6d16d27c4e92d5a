import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf } from './digest.ts';

describe('digestOf', () => {
  it('is the first half of the SHA-256 that everybody else computes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const whole = createHash('sha256').update(text, 'utf8').digest('hex');
        expect(digestOf(text)).toBe(whole.slice(0, 32));
      }),
    );
  });
});
