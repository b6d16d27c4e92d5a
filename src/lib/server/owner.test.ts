import { describe, expect, it } from 'vitest';
import { makeOwnerSecret, ownerOf } from './owner.ts';

describe('the secret of a browser', () => {
  it('names its owner without being stored', () => {
    const secret = makeOwnerSecret();
    const owner = ownerOf(secret);
    expect(owner).toMatch(/^[0-9a-f]{64}$/);
    expect(owner).not.toContain(secret);
    expect(ownerOf(secret)).toBe(owner);
  });

  it('differs from browser to browser', () => {
    expect(ownerOf(makeOwnerSecret())).not.toBe(ownerOf(makeOwnerSecret()));
  });

  it.each([undefined, '', 'short', 'x'.repeat(44), `${'x'.repeat(42)}!`])(
    'owns nothing when it is %j',
    (secret) => {
      expect(ownerOf(secret)).toBeNull();
    },
  );
});
