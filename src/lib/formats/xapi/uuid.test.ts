import { describe, expect, it } from 'vitest';
import { uuidOf } from './uuid.ts';

describe('a UUID', () => {
  it('follows from its name, and has the form of version 5', () => {
    const ids = Array.from({ length: 500 }, (_each, index) => uuidOf(`name ${index}`));
    expect(new Set(ids).size).toBe(500);
    for (const id of ids) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
    expect(uuidOf('name 7')).toBe(ids[7]);
  });
});
